-- The life of an order: who moved it, what moves it by itself, and what comes back. SQLite changes a list of words by
-- making the table anew; `migrateDatabase` holds the foreign keys off meanwhile and checks them all afterwards. The
-- trigger that keeps balances refers to tables that go, so it goes first and comes back last.
DROP TRIGGER transfers_balance;
--> statement-breakpoint
CREATE TABLE `return_events` (
	`id` text PRIMARY KEY NOT NULL,
	`return_request_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`moved_by` text NOT NULL,
	`note` text NOT NULL,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`return_request_id`) REFERENCES `return_requests`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "return_events_moved_by" CHECK("return_events"."moved_by" in ('buyer', 'household', 'department', 'clock', 'order'))
);
--> statement-breakpoint
CREATE INDEX `return_events_request` ON `return_events` (`return_request_id`);--> statement-breakpoint
CREATE TABLE `return_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`return_request_id` text NOT NULL,
	`line_item_id` text NOT NULL,
	`asked_count` integer NOT NULL,
	`refunded_count` integer DEFAULT 0 NOT NULL,
	`refund_vnd` integer DEFAULT 0 NOT NULL,
	`commission_vnd` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`return_request_id`) REFERENCES `return_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_item_id`) REFERENCES `line_items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "return_lines_asked_count" CHECK("return_lines"."asked_count" is null or (typeof("return_lines"."asked_count") = 'integer' and "return_lines"."asked_count" >= 1)),
	CONSTRAINT "return_lines_refunded_count" CHECK("return_lines"."refunded_count" is null or (typeof("return_lines"."refunded_count") = 'integer' and "return_lines"."refunded_count" >= 0)),
	CONSTRAINT "return_lines_at_most" CHECK("return_lines"."refunded_count" <= "return_lines"."asked_count"),
	CONSTRAINT "return_lines_refund_vnd" CHECK("return_lines"."refund_vnd" is null or (typeof("return_lines"."refund_vnd") = 'integer' and "return_lines"."refund_vnd" >= 0)),
	CONSTRAINT "return_lines_commission_vnd" CHECK("return_lines"."commission_vnd" is null or (typeof("return_lines"."commission_vnd") = 'integer' and "return_lines"."commission_vnd" >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `return_lines_line` ON `return_lines` (`return_request_id`,`line_item_id`);--> statement-breakpoint
CREATE INDEX `return_lines_line_item` ON `return_lines` (`line_item_id`);--> statement-breakpoint
CREATE TABLE `return_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`order_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`opened_at` integer NOT NULL,
	`clock_at` integer,
	`refund_vnd` integer DEFAULT 0 NOT NULL,
	`shipping_vnd` integer DEFAULT 0 NOT NULL,
	`commission_vnd` integer DEFAULT 0 NOT NULL,
	`is_restocked` integer DEFAULT false NOT NULL,
	`refunded_on` text,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "return_requests_status_word" CHECK("return_requests"."status" in ('requested', 'accepted', 'returning', 'declined', 'disputed', 'refunded', 'closed')),
	CONSTRAINT "return_requests_reason" CHECK("return_requests"."reason" in ('not_received', 'damaged', 'wrong_goods', 'not_as_described', 'changed_mind')),
	CONSTRAINT "return_requests_refund_vnd" CHECK("return_requests"."refund_vnd" is null or (typeof("return_requests"."refund_vnd") = 'integer' and "return_requests"."refund_vnd" >= 0)),
	CONSTRAINT "return_requests_shipping_vnd" CHECK("return_requests"."shipping_vnd" is null or (typeof("return_requests"."shipping_vnd") = 'integer' and "return_requests"."shipping_vnd" >= 0)),
	CONSTRAINT "return_requests_commission_vnd" CHECK("return_requests"."commission_vnd" is null or (typeof("return_requests"."commission_vnd") = 'integer' and "return_requests"."commission_vnd" >= 0)),
	CONSTRAINT "return_requests_refunded" CHECK(("return_requests"."refund_vnd" > 0) <= ("return_requests"."status" = 'refunded') and ("return_requests"."refund_vnd" > 0) = ("return_requests"."refunded_on" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `return_requests_code_unique` ON `return_requests` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `return_requests_open` ON `return_requests` (`order_id`) WHERE status in ('requested', 'accepted', 'returning', 'declined', 'disputed');--> statement-breakpoint
CREATE INDEX `return_requests_order` ON `return_requests` (`order_id`);--> statement-breakpoint
CREATE INDEX `return_requests_status` ON `return_requests` (`status`,`clock_at`);--> statement-breakpoint
CREATE INDEX `return_requests_refunded` ON `return_requests` (`refunded_on`);--> statement-breakpoint
CREATE TABLE `__new_checkouts` (
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
	CONSTRAINT "checkouts_items_vnd" CHECK("__new_checkouts"."items_vnd" is null or (typeof("__new_checkouts"."items_vnd") = 'integer' and "__new_checkouts"."items_vnd" >= 1)),
	CONSTRAINT "checkouts_shipping_vnd" CHECK("__new_checkouts"."shipping_vnd" is null or (typeof("__new_checkouts"."shipping_vnd") = 'integer' and "__new_checkouts"."shipping_vnd" >= 0)),
	CONSTRAINT "checkouts_total_vnd" CHECK("__new_checkouts"."total_vnd" is null or (typeof("__new_checkouts"."total_vnd") = 'integer' and "__new_checkouts"."total_vnd" >= 1)),
	CONSTRAINT "checkouts_total" CHECK("__new_checkouts"."total_vnd" = "__new_checkouts"."items_vnd" + "__new_checkouts"."shipping_vnd"),
	CONSTRAINT "checkouts_status_word" CHECK("__new_checkouts"."status" in ('awaiting_payment', 'accepted', 'expired', 'cancelled')),
	CONSTRAINT "checkouts_method" CHECK("__new_checkouts"."method" in ('vietqr', 'cod')),
	CONSTRAINT "checkouts_channel" CHECK("__new_checkouts"."channel" in ('web', 'assisted'))
);
--> statement-breakpoint
INSERT INTO `__new_checkouts`("id", "code", "submission_key", "buyer_id", "buyer_name", "buyer_phone", "commune_code", "address_line", "note", "language", "method", "channel", "status", "items_vnd", "shipping_vnd", "total_vnd", "placed_at", "pay_by", "is_sample") SELECT "id", "code", "submission_key", "buyer_id", "buyer_name", "buyer_phone", "commune_code", "address_line", "note", "language", "method", "channel", "status", "items_vnd", "shipping_vnd", "total_vnd", "placed_at", "pay_by", "is_sample" FROM `checkouts`;--> statement-breakpoint
DROP TABLE `checkouts`;--> statement-breakpoint
ALTER TABLE `__new_checkouts` RENAME TO `checkouts`;--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_code_unique` ON `checkouts` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_submission_key_unique` ON `checkouts` (`submission_key`);--> statement-breakpoint
CREATE INDEX `checkouts_status` ON `checkouts` (`status`,`pay_by`);--> statement-breakpoint
CREATE INDEX `checkouts_buyer` ON `checkouts` (`buyer_id`);--> statement-breakpoint
CREATE INDEX `checkouts_phone` ON `checkouts` (`buyer_phone`);--> statement-breakpoint
CREATE TABLE `__new_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`checkout_id` text NOT NULL,
	`household_id` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`status_by` text,
	`clock_at` integer,
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
	CONSTRAINT "orders_items_vnd" CHECK("__new_orders"."items_vnd" is null or (typeof("__new_orders"."items_vnd") = 'integer' and "__new_orders"."items_vnd" >= 1)),
	CONSTRAINT "orders_shipping_vnd" CHECK("__new_orders"."shipping_vnd" is null or (typeof("__new_orders"."shipping_vnd") = 'integer' and "__new_orders"."shipping_vnd" >= 0)),
	CONSTRAINT "orders_total_vnd" CHECK("__new_orders"."total_vnd" is null or (typeof("__new_orders"."total_vnd") = 'integer' and "__new_orders"."total_vnd" >= 1)),
	CONSTRAINT "orders_commission_vnd" CHECK("__new_orders"."commission_vnd" is null or (typeof("__new_orders"."commission_vnd") = 'integer' and "__new_orders"."commission_vnd" >= 0)),
	CONSTRAINT "orders_total" CHECK("__new_orders"."total_vnd" = "__new_orders"."items_vnd" + "__new_orders"."shipping_vnd"),
	CONSTRAINT "orders_status" CHECK("__new_orders"."status" in ('awaiting_payment', 'placed', 'confirmed', 'packed', 'shipped', 'delivered', 'cancelled', 'refused', 'lost', 'expired')),
	CONSTRAINT "orders_status_by" CHECK("__new_orders"."status_by" in ('buyer', 'household', 'department', 'clock', 'money'))
);
--> statement-breakpoint
INSERT INTO `__new_orders`("id", "code", "checkout_id", "household_id", "status", "status_reason", "status_by", "clock_at", "items_vnd", "shipping_vnd", "total_vnd", "commission_vnd", "placed_at", "confirmed_at", "shipped_at", "delivered_at", "delivered_on") SELECT "id", "code", "checkout_id", "household_id", "status", "status_reason", NULL, NULL, "items_vnd", "shipping_vnd", "total_vnd", "commission_vnd", "placed_at", "confirmed_at", "shipped_at", "delivered_at", "delivered_on" FROM `orders`;--> statement-breakpoint
DROP TABLE `orders`;--> statement-breakpoint
ALTER TABLE `__new_orders` RENAME TO `orders`;--> statement-breakpoint
CREATE UNIQUE INDEX `orders_code_unique` ON `orders` (`code`);--> statement-breakpoint
CREATE INDEX `orders_checkout` ON `orders` (`checkout_id`);--> statement-breakpoint
CREATE INDEX `orders_household` ON `orders` (`household_id`,`status`,`placed_at`);--> statement-breakpoint
CREATE INDEX `orders_delivered` ON `orders` (`delivered_on`);--> statement-breakpoint
CREATE INDEX `orders_clock` ON `orders` (`clock_at`) WHERE clock_at is not null;--> statement-breakpoint
CREATE TABLE `__new_payments` (
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
	CONSTRAINT "payments_due_vnd" CHECK("__new_payments"."due_vnd" is null or (typeof("__new_payments"."due_vnd") = 'integer' and "__new_payments"."due_vnd" >= 1)),
	CONSTRAINT "payments_captured_vnd" CHECK("__new_payments"."captured_vnd" is null or (typeof("__new_payments"."captured_vnd") = 'integer' and "__new_payments"."captured_vnd" >= 0)),
	CONSTRAINT "payments_status" CHECK("__new_payments"."status" in ('open', 'partially_paid', 'paid', 'expired', 'cancelled', 'on_delivery')),
	CONSTRAINT "payments_method" CHECK("__new_payments"."method" in ('vietqr', 'cod'))
);
--> statement-breakpoint
INSERT INTO `__new_payments`("id", "checkout_id", "method", "status", "reference", "due_vnd", "captured_vnd", "bank_bin", "account_number", "opened_at", "paid_at") SELECT "id", "checkout_id", "method", "status", "reference", "due_vnd", "captured_vnd", "bank_bin", "account_number", "opened_at", "paid_at" FROM `payments`;--> statement-breakpoint
DROP TABLE `payments`;--> statement-breakpoint
ALTER TABLE `__new_payments` RENAME TO `payments`;--> statement-breakpoint
CREATE UNIQUE INDEX `payments_checkout_id_unique` ON `payments` (`checkout_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reference_unique` ON `payments` (`reference`);--> statement-breakpoint
CREATE TABLE `__new_ledger_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "ledger_accounts_kind" CHECK("__new_ledger_accounts"."kind" in ('bank', 'courier', 'household_cash', 'household_debt', 'buyer', 'refund_due', 'suspense', 'household', 'commission'))
);
--> statement-breakpoint
INSERT INTO `__new_ledger_accounts`("id", "kind", "owner_id", "created_at") SELECT "id", "kind", "owner_id", "created_at" FROM `ledger_accounts`;--> statement-breakpoint
DROP TABLE `ledger_accounts`;--> statement-breakpoint
ALTER TABLE `__new_ledger_accounts` RENAME TO `ledger_accounts`;--> statement-breakpoint
CREATE TABLE `__new_transfers` (
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
	CONSTRAINT "transfers_amount_vnd" CHECK("__new_transfers"."amount_vnd" is null or (typeof("__new_transfers"."amount_vnd") = 'integer' and "__new_transfers"."amount_vnd" >= 1)),
	CONSTRAINT "transfers_two_accounts" CHECK("__new_transfers"."debit_account_id" <> "__new_transfers"."credit_account_id"),
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'cash_kept', 'order_refund_due', 'sale_returned', 'commission_returned', 'debt_recovered'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);--> statement-breakpoint
ALTER TABLE `order_events` ADD `moved_by` text;--> statement-breakpoint
CREATE TABLE `__new_monthly_sales` (
	`month` text NOT NULL,
	`commune_code` text NOT NULL,
	`ocop_set` integer NOT NULL,
	`stars` integer NOT NULL,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`items_vnd` integer NOT NULL,
	`item_count` integer NOT NULL,
	`line_count` integer NOT NULL,
	`returned_vnd` integer DEFAULT 0 NOT NULL,
	`returned_count` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`month`, `commune_code`, `ocop_set`, `stars`, `method`, `channel`),
	CONSTRAINT "monthly_sales_items_vnd" CHECK("__new_monthly_sales"."items_vnd" is null or (typeof("__new_monthly_sales"."items_vnd") = 'integer' and "__new_monthly_sales"."items_vnd" >= 0)),
	CONSTRAINT "monthly_sales_item_count" CHECK("__new_monthly_sales"."item_count" is null or (typeof("__new_monthly_sales"."item_count") = 'integer' and "__new_monthly_sales"."item_count" >= 0)),
	CONSTRAINT "monthly_sales_line_count" CHECK("__new_monthly_sales"."line_count" is null or (typeof("__new_monthly_sales"."line_count") = 'integer' and "__new_monthly_sales"."line_count" >= 0)),
	CONSTRAINT "monthly_sales_returned_vnd" CHECK("__new_monthly_sales"."returned_vnd" is null or (typeof("__new_monthly_sales"."returned_vnd") = 'integer' and "__new_monthly_sales"."returned_vnd" >= 0)),
	CONSTRAINT "monthly_sales_returned_count" CHECK("__new_monthly_sales"."returned_count" is null or (typeof("__new_monthly_sales"."returned_count") = 'integer' and "__new_monthly_sales"."returned_count" >= 0))
);
--> statement-breakpoint
INSERT INTO `__new_monthly_sales`("month", "commune_code", "ocop_set", "stars", "method", "channel", "items_vnd", "item_count", "line_count", "returned_vnd", "returned_count") SELECT "month", "commune_code", "ocop_set", "stars", "method", "channel", "items_vnd", "item_count", "line_count", 0, 0 FROM `monthly_sales`;--> statement-breakpoint
DROP TABLE `monthly_sales`;--> statement-breakpoint
ALTER TABLE `__new_monthly_sales` RENAME TO `monthly_sales`;--> statement-breakpoint
CREATE TABLE `__new_monthly_sellers` (
	`month` text NOT NULL,
	`household_id` text NOT NULL,
	`channel` text NOT NULL,
	`method` text NOT NULL,
	`order_count` integer NOT NULL,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`returned_vnd` integer DEFAULT 0 NOT NULL,
	`returned_shipping_vnd` integer DEFAULT 0 NOT NULL,
	`return_count` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`month`, `household_id`, `channel`, `method`),
	CONSTRAINT "monthly_sellers_order_count" CHECK("__new_monthly_sellers"."order_count" is null or (typeof("__new_monthly_sellers"."order_count") = 'integer' and "__new_monthly_sellers"."order_count" >= 0)),
	CONSTRAINT "monthly_sellers_items_vnd" CHECK("__new_monthly_sellers"."items_vnd" is null or (typeof("__new_monthly_sellers"."items_vnd") = 'integer' and "__new_monthly_sellers"."items_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_shipping_vnd" CHECK("__new_monthly_sellers"."shipping_vnd" is null or (typeof("__new_monthly_sellers"."shipping_vnd") = 'integer' and "__new_monthly_sellers"."shipping_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_returned_vnd" CHECK("__new_monthly_sellers"."returned_vnd" is null or (typeof("__new_monthly_sellers"."returned_vnd") = 'integer' and "__new_monthly_sellers"."returned_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_returned_shipping_vnd" CHECK("__new_monthly_sellers"."returned_shipping_vnd" is null or (typeof("__new_monthly_sellers"."returned_shipping_vnd") = 'integer' and "__new_monthly_sellers"."returned_shipping_vnd" >= 0)),
	CONSTRAINT "monthly_sellers_return_count" CHECK("__new_monthly_sellers"."return_count" is null or (typeof("__new_monthly_sellers"."return_count") = 'integer' and "__new_monthly_sellers"."return_count" >= 0))
);
--> statement-breakpoint
INSERT INTO `__new_monthly_sellers`("month", "household_id", "channel", "method", "order_count", "items_vnd", "shipping_vnd", "returned_vnd", "returned_shipping_vnd", "return_count") SELECT "month", "household_id", "channel", "method", "order_count", "items_vnd", "shipping_vnd", 0, 0, 0 FROM `monthly_sellers`;--> statement-breakpoint
DROP TABLE `monthly_sellers`;--> statement-breakpoint
ALTER TABLE `__new_monthly_sellers` RENAME TO `monthly_sellers`;
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_no_update BEFORE UPDATE ON ledger_accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_no_delete BEFORE DELETE ON ledger_accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_balance AFTER INSERT ON transfers
BEGIN
  INSERT INTO account_balances (account_id, kind, balance_vnd)
    SELECT id, kind, new.amount_vnd FROM ledger_accounts WHERE id = new.debit_account_id
    ON CONFLICT (account_id) DO UPDATE SET balance_vnd = balance_vnd + excluded.balance_vnd;
  INSERT INTO account_balances (account_id, kind, balance_vnd)
    SELECT id, kind, -new.amount_vnd FROM ledger_accounts WHERE id = new.credit_account_id
    ON CONFLICT (account_id) DO UPDATE SET balance_vnd = balance_vnd + excluded.balance_vnd;
END;
--> statement-breakpoint
CREATE TRIGGER return_events_no_update BEFORE UPDATE ON return_events
BEGIN
  SELECT RAISE(ABORT, 'return_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER return_events_no_delete BEFORE DELETE ON return_events
BEGIN
  SELECT RAISE(ABORT, 'return_events is append-only');
END;
--> statement-breakpoint
-- What a request gave back stands: the figures of its day were made from it.
CREATE TRIGGER return_requests_refund_stands BEFORE UPDATE OF refund_vnd, shipping_vnd, commission_vnd, refunded_on ON return_requests
WHEN old.refunded_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'what was given back stands');
END;
--> statement-breakpoint
CREATE TRIGGER return_requests_no_delete BEFORE DELETE ON return_requests
BEGIN
  SELECT RAISE(ABORT, 'a request stands');
END;
