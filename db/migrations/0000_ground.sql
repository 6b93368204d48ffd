CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`occurred_at` integer NOT NULL,
	`actor_id` text,
	`actor_kind` text NOT NULL,
	`on_behalf_of_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`product_id` text NOT NULL,
	`made_on` text NOT NULL,
	`expires_on` text,
	`on_hand_count` integer NOT NULL,
	`reserved_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lots_on_hand_count" CHECK("lots"."on_hand_count" is null or (typeof("lots"."on_hand_count") = 'integer' and "lots"."on_hand_count" >= 0)),
	CONSTRAINT "lots_reserved_count" CHECK("lots"."reserved_count" is null or (typeof("lots"."reserved_count") = 'integer' and "lots"."reserved_count" >= 0)),
	CONSTRAINT "lots_reserved_within_on_hand" CHECK("lots"."reserved_count" <= "lots"."on_hand_count")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lots_code_unique` ON `lots` (`code`);--> statement-breakpoint
CREATE INDEX `lots_product` ON `lots` (`product_id`,`expires_on`);--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`widths` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `photos_product` ON `photos` (`product_id`,`position`);--> statement-breakpoint
CREATE TABLE `product_events` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`reason` text,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `product_events_product` ON `product_events` (`product_id`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`description` text NOT NULL,
	`description_en` text,
	`ocop_set` integer NOT NULL,
	`pack_label` text NOT NULL,
	`pack_label_en` text,
	`content_quantity` integer NOT NULL,
	`content_unit` text NOT NULL,
	`weight_grams` integer NOT NULL,
	`price_vnd` integer NOT NULL,
	`certificate_id` text,
	`season` text,
	`status` text NOT NULL,
	`status_reason` text,
	`available_count` integer DEFAULT 0 NOT NULL,
	`search_text` text NOT NULL,
	`search_id` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "products_price_vnd" CHECK("products"."price_vnd" is null or (typeof("products"."price_vnd") = 'integer' and "products"."price_vnd" >= 1)),
	CONSTRAINT "products_available_count" CHECK("products"."available_count" is null or (typeof("products"."available_count") = 'integer' and "products"."available_count" >= 0)),
	CONSTRAINT "products_content_quantity" CHECK("products"."content_quantity" is null or (typeof("products"."content_quantity") = 'integer' and "products"."content_quantity" >= 1)),
	CONSTRAINT "products_weight_grams" CHECK("products"."weight_grams" is null or (typeof("products"."weight_grams") = 'integer' and "products"."weight_grams" >= 0)),
	CONSTRAINT "products_ocop_set" CHECK("products"."ocop_set" between 1 and 26),
	CONSTRAINT "products_status" CHECK("products"."status" in ('draft', 'awaiting_approval', 'published', 'rejected', 'withdrawn')),
	CONSTRAINT "products_content_unit" CHECK("products"."content_unit" in ('g', 'ml', 'piece'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug_unique` ON `products` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `products_search_id_unique` ON `products` (`search_id`);--> statement-breakpoint
CREATE INDEX `products_household` ON `products` (`household_id`);--> statement-breakpoint
CREATE INDEX `products_listed` ON `products` (`status`,`published_at`);--> statement-breakpoint
CREATE INDEX `products_listed_set` ON `products` (`status`,`ocop_set`,`published_at`);--> statement-breakpoint
CREATE TABLE `stock_reservations` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`line_item_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_reservations_quantity" CHECK("stock_reservations"."quantity" is null or (typeof("stock_reservations"."quantity") = 'integer' and "stock_reservations"."quantity" >= 1)),
	CONSTRAINT "stock_reservations_status" CHECK("stock_reservations"."status" in ('held', 'consumed', 'released'))
);
--> statement-breakpoint
CREATE INDEX `stock_reservations_line_item` ON `stock_reservations` (`line_item_id`);--> statement-breakpoint
CREATE INDEX `stock_reservations_lot` ON `stock_reservations` (`lot_id`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`stars` integer NOT NULL,
	`decision_number` text NOT NULL,
	`issuer_level` text NOT NULL,
	`issuer_name` text NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`revoked_on` text,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "certificates_issuer_level" CHECK("certificates"."issuer_level" in ('central', 'province', 'district')),
	CONSTRAINT "certificates_stars" CHECK("certificates"."stars" is null or (typeof("certificates"."stars") = 'integer' and "certificates"."stars" >= 3)),
	CONSTRAINT "certificates_dates" CHECK("certificates"."expires_on" > "certificates"."issued_on")
);
--> statement-breakpoint
CREATE INDEX `certificates_household` ON `certificates` (`household_id`);--> statement-breakpoint
CREATE TABLE `shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`carrier` text NOT NULL,
	`tracking_code` text DEFAULT '' NOT NULL,
	`shipped_at` integer NOT NULL,
	`delivered_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shipments_order` ON `shipments` (`order_id`);--> statement-breakpoint
CREATE TABLE `shipping_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_on` text NOT NULL,
	`zone` text NOT NULL,
	`first_step_vnd` integer NOT NULL,
	`next_step_vnd` integer NOT NULL,
	`step_grams` integer DEFAULT 500 NOT NULL,
	CONSTRAINT "shipping_rates_zone_word" CHECK("shipping_rates"."zone" in ('in_province', 'elsewhere')),
	CONSTRAINT "shipping_rates_first_step_vnd" CHECK("shipping_rates"."first_step_vnd" is null or (typeof("shipping_rates"."first_step_vnd") = 'integer' and "shipping_rates"."first_step_vnd" >= 0)),
	CONSTRAINT "shipping_rates_next_step_vnd" CHECK("shipping_rates"."next_step_vnd" is null or (typeof("shipping_rates"."next_step_vnd") = 'integer' and "shipping_rates"."next_step_vnd" >= 0)),
	CONSTRAINT "shipping_rates_step_grams" CHECK("shipping_rates"."step_grams" is null or (typeof("shipping_rates"."step_grams") = 'integer' and "shipping_rates"."step_grams" >= 1))
);
--> statement-breakpoint
CREATE INDEX `shipping_rates_zone` ON `shipping_rates` (`zone`,`effective_on`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`consented_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delegations_agent` ON `delegations` (`agent_id`,`expires_at`);--> statement-breakpoint
CREATE TABLE `household_events` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`reason` text,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `household_events_household` ON `household_events` (`household_id`);--> statement-breakpoint
CREATE TABLE `household_members` (
	`household_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`household_id`, `user_id`),
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `household_members_user` ON `household_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `households` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`contact_name` text NOT NULL,
	`phone` text NOT NULL,
	`commune_code` text NOT NULL,
	`address_line` text NOT NULL,
	`story` text DEFAULT '' NOT NULL,
	`story_en` text,
	`status` text NOT NULL,
	`status_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "households_kind" CHECK("households"."kind" in ('household', 'cooperative', 'business')),
	CONSTRAINT "households_status_word" CHECK("households"."status" in ('pending', 'approved', 'rejected', 'suspended'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `households_slug_unique` ON `households` (`slug`);--> statement-breakpoint
CREATE INDEX `households_commune` ON `households` (`commune_code`);--> statement-breakpoint
CREATE INDEX `households_status` ON `households` (`status`,`created_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`full_name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`language` text DEFAULT 'vi' NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "users_role" CHECK("users"."role" in ('buyer', 'household_member', 'agent', 'department_officer')),
	CONSTRAINT "users_language" CHECK("users"."language" in ('vi', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_phone_unique` ON `users` (`phone`);--> statement-breakpoint
CREATE TABLE `checkouts` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`submission_key` text NOT NULL,
	`buyer_id` text,
	`buyer_name` text NOT NULL,
	`buyer_phone` text NOT NULL,
	`commune_code` text NOT NULL,
	`address_line` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`status` text NOT NULL,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`total_vnd` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`pay_by` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`buyer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "checkouts_items_vnd" CHECK("checkouts"."items_vnd" is null or (typeof("checkouts"."items_vnd") = 'integer' and "checkouts"."items_vnd" >= 1)),
	CONSTRAINT "checkouts_shipping_vnd" CHECK("checkouts"."shipping_vnd" is null or (typeof("checkouts"."shipping_vnd") = 'integer' and "checkouts"."shipping_vnd" >= 0)),
	CONSTRAINT "checkouts_total_vnd" CHECK("checkouts"."total_vnd" is null or (typeof("checkouts"."total_vnd") = 'integer' and "checkouts"."total_vnd" >= 1)),
	CONSTRAINT "checkouts_total" CHECK("checkouts"."total_vnd" = "checkouts"."items_vnd" + "checkouts"."shipping_vnd"),
	CONSTRAINT "checkouts_status_word" CHECK("checkouts"."status" in ('awaiting_payment', 'accepted', 'expired')),
	CONSTRAINT "checkouts_method" CHECK("checkouts"."method" in ('vietqr', 'cod')),
	CONSTRAINT "checkouts_channel" CHECK("checkouts"."channel" in ('web', 'assisted'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_code_unique` ON `checkouts` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_submission_key_unique` ON `checkouts` (`submission_key`);--> statement-breakpoint
CREATE INDEX `checkouts_status` ON `checkouts` (`status`,`pay_by`);--> statement-breakpoint
CREATE INDEX `checkouts_buyer` ON `checkouts` (`buyer_id`);--> statement-breakpoint
CREATE INDEX `checkouts_phone` ON `checkouts` (`buyer_phone`);--> statement-breakpoint
CREATE TABLE `line_items` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`product_id` text NOT NULL,
	`product_name` text NOT NULL,
	`pack_label` text NOT NULL,
	`ocop_set` integer NOT NULL,
	`stars` integer NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_vnd` integer NOT NULL,
	`total_vnd` integer NOT NULL,
	`commission_bps` integer NOT NULL,
	`commission_vnd` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "line_items_quantity" CHECK("line_items"."quantity" is null or (typeof("line_items"."quantity") = 'integer' and "line_items"."quantity" >= 1)),
	CONSTRAINT "line_items_commission_bps" CHECK("line_items"."commission_bps" is null or (typeof("line_items"."commission_bps") = 'integer' and "line_items"."commission_bps" >= 0)),
	CONSTRAINT "line_items_unit_price_vnd" CHECK("line_items"."unit_price_vnd" is null or (typeof("line_items"."unit_price_vnd") = 'integer' and "line_items"."unit_price_vnd" >= 1)),
	CONSTRAINT "line_items_total_vnd" CHECK("line_items"."total_vnd" is null or (typeof("line_items"."total_vnd") = 'integer' and "line_items"."total_vnd" >= 1)),
	CONSTRAINT "line_items_commission_vnd" CHECK("line_items"."commission_vnd" is null or (typeof("line_items"."commission_vnd") = 'integer' and "line_items"."commission_vnd" >= 0)),
	CONSTRAINT "line_items_total" CHECK("line_items"."total_vnd" = "line_items"."quantity" * "line_items"."unit_price_vnd")
);
--> statement-breakpoint
CREATE INDEX `line_items_order` ON `line_items` (`order_id`);--> statement-breakpoint
CREATE INDEX `line_items_product` ON `line_items` (`product_id`);--> statement-breakpoint
CREATE TABLE `order_events` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`reason` text,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_events_order` ON `order_events` (`order_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`checkout_id` text NOT NULL,
	`household_id` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`total_vnd` integer NOT NULL,
	`commission_vnd` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`confirmed_at` integer,
	`shipped_at` integer,
	`delivered_at` integer,
	`delivered_on` text,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "orders_items_vnd" CHECK("orders"."items_vnd" is null or (typeof("orders"."items_vnd") = 'integer' and "orders"."items_vnd" >= 1)),
	CONSTRAINT "orders_shipping_vnd" CHECK("orders"."shipping_vnd" is null or (typeof("orders"."shipping_vnd") = 'integer' and "orders"."shipping_vnd" >= 0)),
	CONSTRAINT "orders_total_vnd" CHECK("orders"."total_vnd" is null or (typeof("orders"."total_vnd") = 'integer' and "orders"."total_vnd" >= 1)),
	CONSTRAINT "orders_commission_vnd" CHECK("orders"."commission_vnd" is null or (typeof("orders"."commission_vnd") = 'integer' and "orders"."commission_vnd" >= 0)),
	CONSTRAINT "orders_total" CHECK("orders"."total_vnd" = "orders"."items_vnd" + "orders"."shipping_vnd"),
	CONSTRAINT "orders_status" CHECK("orders"."status" in ('awaiting_payment', 'placed', 'confirmed', 'shipped', 'delivered', 'cancelled', 'refused', 'expired'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_code_unique` ON `orders` (`code`);--> statement-breakpoint
CREATE INDEX `orders_checkout` ON `orders` (`checkout_id`);--> statement-breakpoint
CREATE INDEX `orders_household` ON `orders` (`household_id`,`status`,`placed_at`);--> statement-breakpoint
CREATE INDEX `orders_delivered` ON `orders` (`delivered_on`);--> statement-breakpoint
CREATE TABLE `outbox_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`available_at` integer NOT NULL,
	`attempt_count` integer DEFAULT 0 NOT NULL,
	`completed_at` integer,
	`abandoned_at` integer,
	`last_error` text,
	CONSTRAINT "outbox_messages_attempt_count" CHECK("outbox_messages"."attempt_count" is null or (typeof("outbox_messages"."attempt_count") = 'integer' and "outbox_messages"."attempt_count" >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_messages_key_unique` ON `outbox_messages` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_messages_due` ON `outbox_messages` (`completed_at`,`abandoned_at`,`available_at`);--> statement-breakpoint
CREATE TABLE `bank_transaction_conflicts` (
	`id` text PRIMARY KEY NOT NULL,
	`bank_transaction_id` text NOT NULL,
	`raw_body` text NOT NULL,
	`content_hash` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`bank_transaction_id`) REFERENCES `bank_transactions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_transaction_conflicts_content` ON `bank_transaction_conflicts` (`bank_transaction_id`,`content_hash`);--> statement-breakpoint
CREATE TABLE `bank_transactions` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`provider_transaction_id` text NOT NULL,
	`account_number` text NOT NULL,
	`direction` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`content` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`raw_body` text NOT NULL,
	`content_hash` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`payment_id` text,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bank_transactions_amount_vnd" CHECK("bank_transactions"."amount_vnd" is null or (typeof("bank_transactions"."amount_vnd") = 'integer')),
	CONSTRAINT "bank_transactions_direction" CHECK("bank_transactions"."direction" in ('in', 'out')),
	CONSTRAINT "bank_transactions_status_word" CHECK("bank_transactions"."status" in ('matched', 'suspense', 'ignored')),
	CONSTRAINT "bank_transactions_reason" CHECK("bank_transactions"."reason" in ('paid', 'partially_paid', 'overpaid', 'late_accepted', 'refund_due', 'no_reference', 'several_references', 'not_awaiting_transfer', 'outgoing', 'not_positive', 'other_account'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_transactions_provider_id` ON `bank_transactions` (`provider`,`provider_transaction_id`);--> statement-breakpoint
CREATE INDEX `bank_transactions_status` ON `bank_transactions` (`status`,`received_at`);--> statement-breakpoint
CREATE INDEX `bank_transactions_payment` ON `bank_transactions` (`payment_id`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`checkout_id` text NOT NULL,
	`method` text NOT NULL,
	`status` text NOT NULL,
	`reference` text NOT NULL,
	`due_vnd` integer NOT NULL,
	`captured_vnd` integer DEFAULT 0 NOT NULL,
	`bank_bin` text NOT NULL,
	`account_number` text NOT NULL,
	`opened_at` integer NOT NULL,
	`paid_at` integer,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_due_vnd" CHECK("payments"."due_vnd" is null or (typeof("payments"."due_vnd") = 'integer' and "payments"."due_vnd" >= 1)),
	CONSTRAINT "payments_captured_vnd" CHECK("payments"."captured_vnd" is null or (typeof("payments"."captured_vnd") = 'integer' and "payments"."captured_vnd" >= 0)),
	CONSTRAINT "payments_status" CHECK("payments"."status" in ('open', 'partially_paid', 'paid', 'expired', 'on_delivery')),
	CONSTRAINT "payments_method" CHECK("payments"."method" in ('vietqr', 'cod'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_checkout_id_unique` ON `payments` (`checkout_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reference_unique` ON `payments` (`reference`);--> statement-breakpoint
CREATE TABLE `banks` (
	`bin` text PRIMARY KEY NOT NULL,
	`short_name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `communes` (
	`code` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	FOREIGN KEY (`province_code`) REFERENCES `provinces`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `communes_province` ON `communes` (`province_code`,`name_folded`);--> statement-breakpoint
CREATE TABLE `former_communes` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`district_name` text NOT NULL,
	`province_name` text NOT NULL,
	`search_folded` text NOT NULL,
	`commune_code` text,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_communes_commune` ON `former_communes` (`commune_code`);--> statement-breakpoint
CREATE TABLE `provinces` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commission_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_on` text NOT NULL,
	`rate_bps` integer NOT NULL,
	CONSTRAINT "commission_rules_rate_bps" CHECK("commission_rules"."rate_bps" is null or (typeof("commission_rules"."rate_bps") = 'integer' and "commission_rules"."rate_bps" >= 0))
);
--> statement-breakpoint
CREATE INDEX `commission_rules_effective` ON `commission_rules` (`effective_on`);--> statement-breakpoint
CREATE TABLE `ledger_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "ledger_accounts_kind" CHECK("ledger_accounts"."kind" in ('bank', 'courier', 'buyer', 'refund_due', 'suspense', 'household', 'commission'))
);
--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`debit_account_id` text NOT NULL,
	`credit_account_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`reason` text NOT NULL,
	`reference_kind` text NOT NULL,
	`reference_id` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`local_date` text NOT NULL,
	FOREIGN KEY (`debit_account_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_account_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_amount_vnd" CHECK("transfers"."amount_vnd" is null or (typeof("transfers"."amount_vnd") = 'integer' and "transfers"."amount_vnd" >= 1)),
	CONSTRAINT "transfers_two_accounts" CHECK("transfers"."debit_account_id" <> "transfers"."credit_account_id"),
	CONSTRAINT "transfers_reason" CHECK("transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'order_refund_due'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);--> statement-breakpoint
CREATE TABLE `monthly_sales` (
	`month` text NOT NULL,
	`commune_code` text NOT NULL,
	`ocop_set` integer NOT NULL,
	`stars` integer NOT NULL,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`items_vnd` integer NOT NULL,
	`item_count` integer NOT NULL,
	`line_count` integer NOT NULL,
	PRIMARY KEY(`month`, `commune_code`, `ocop_set`, `stars`, `method`, `channel`),
	CONSTRAINT "monthly_sales_items_vnd" CHECK("monthly_sales"."items_vnd" is null or (typeof("monthly_sales"."items_vnd") = 'integer' and "monthly_sales"."items_vnd" >= 0)),
	CONSTRAINT "monthly_sales_item_count" CHECK("monthly_sales"."item_count" is null or (typeof("monthly_sales"."item_count") = 'integer' and "monthly_sales"."item_count" >= 0)),
	CONSTRAINT "monthly_sales_line_count" CHECK("monthly_sales"."line_count" is null or (typeof("monthly_sales"."line_count") = 'integer' and "monthly_sales"."line_count" >= 0))
);
--> statement-breakpoint
CREATE TABLE `monthly_sellers` (
	`month` text NOT NULL,
	`household_id` text NOT NULL,
	`channel` text NOT NULL,
	`method` text NOT NULL,
	`order_count` integer NOT NULL,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	PRIMARY KEY(`month`, `household_id`, `channel`, `method`),
	CONSTRAINT "monthly_sellers_order_count" CHECK("monthly_sellers"."order_count" is null or (typeof("monthly_sellers"."order_count") = 'integer' and "monthly_sellers"."order_count" >= 0)),
	CONSTRAINT "monthly_sellers_items_vnd" CHECK("monthly_sellers"."items_vnd" is null or (typeof("monthly_sellers"."items_vnd") = 'integer' and "monthly_sellers"."items_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_shipping_vnd" CHECK("monthly_sellers"."shipping_vnd" is null or (typeof("monthly_sellers"."shipping_vnd") = 'integer' and "monthly_sellers"."shipping_vnd" >= 0))
);
--> statement-breakpoint
CREATE TABLE `retail_totals` (
	`id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`stage` text NOT NULL,
	`source` text NOT NULL,
	`published_on` text NOT NULL,
	`entered_by_id` text,
	`entered_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	CONSTRAINT "retail_totals_amount_vnd" CHECK("retail_totals"."amount_vnd" is null or (typeof("retail_totals"."amount_vnd") = 'integer' and "retail_totals"."amount_vnd" >= 1)),
	CONSTRAINT "retail_totals_kind" CHECK("retail_totals"."kind" in ('goods', 'goods_services')),
	CONSTRAINT "retail_totals_stage" CHECK("retail_totals"."stage" in ('estimate', 'preliminary', 'final'))
);
--> statement-breakpoint
CREATE INDEX `retail_totals_month` ON `retail_totals` (`month`,`kind`,`entered_at`);