CREATE TABLE `contract_asks` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`product_id` text NOT NULL,
	`pack_count` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_asks_pack_count" CHECK("contract_asks"."pack_count" is null or (typeof("contract_asks"."pack_count") = 'integer' and "contract_asks"."pack_count" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_asks_product` ON `contract_asks` (`contract_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `contract_checkouts` (
	`checkout_id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contract_checkouts_contract` ON `contract_checkouts` (`contract_id`);--> statement-breakpoint
CREATE TABLE `contract_confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`party` text NOT NULL,
	`signer_name` text NOT NULL,
	`text_hash` text NOT NULL,
	`channel` text NOT NULL,
	`actor_id` text,
	`confirmed_at` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `contract_versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_confirmations_party_word" CHECK("contract_confirmations"."party" in ('household', 'buyer')),
	CONSTRAINT "contract_confirmations_channel" CHECK("contract_confirmations"."channel" in ('signed_in', 'secret_link'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_confirmations_party` ON `contract_confirmations` (`version_id`,`party`);--> statement-breakpoint
CREATE TABLE `contract_events` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`moved_by` text NOT NULL,
	`note` text NOT NULL,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_events_moved_by" CHECK("contract_events"."moved_by" in ('buyer', 'household', 'clock', 'order'))
);
--> statement-breakpoint
CREATE INDEX `contract_events_contract` ON `contract_events` (`contract_id`);--> statement-breakpoint
CREATE TABLE `contract_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`product_id` text NOT NULL,
	`product_name` text NOT NULL,
	`pack_label` text NOT NULL,
	`quantity` integer NOT NULL,
	`unit_price_vnd` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `contract_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_lines_quantity" CHECK("contract_lines"."quantity" is null or (typeof("contract_lines"."quantity") = 'integer' and "contract_lines"."quantity" >= 1)),
	CONSTRAINT "contract_lines_unit_price_vnd" CHECK("contract_lines"."unit_price_vnd" is null or (typeof("contract_lines"."unit_price_vnd") = 'integer' and "contract_lines"."unit_price_vnd" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_lines_product` ON `contract_lines` (`version_id`,`product_id`);--> statement-breakpoint
CREATE TABLE `contract_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`party` text NOT NULL,
	`cms` text NOT NULL,
	`actor_id` text,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `contract_versions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_signatures_party_word" CHECK("contract_signatures"."party" in ('household', 'buyer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_signatures_party` ON `contract_signatures` (`version_id`,`party`);--> statement-breakpoint
CREATE TABLE `contract_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`contract_id` text NOT NULL,
	`number` integer NOT NULL,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`deliveries_max` integer NOT NULL,
	`deliver_by` text NOT NULL,
	`method` text NOT NULL,
	`payment_days` integer NOT NULL,
	`valid_until` text NOT NULL,
	`extra_terms` text NOT NULL,
	`text` text NOT NULL,
	`text_hash` text NOT NULL,
	`offered_at` integer NOT NULL,
	FOREIGN KEY (`contract_id`) REFERENCES `contracts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contract_versions_number_count" CHECK("contract_versions"."number" is null or (typeof("contract_versions"."number") = 'integer' and "contract_versions"."number" >= 1)),
	CONSTRAINT "contract_versions_deliveries_max" CHECK("contract_versions"."deliveries_max" is null or (typeof("contract_versions"."deliveries_max") = 'integer' and "contract_versions"."deliveries_max" >= 1)),
	CONSTRAINT "contract_versions_payment_days" CHECK("contract_versions"."payment_days" is null or (typeof("contract_versions"."payment_days") = 'integer' and "contract_versions"."payment_days" >= 0)),
	CONSTRAINT "contract_versions_items_vnd" CHECK("contract_versions"."items_vnd" is null or (typeof("contract_versions"."items_vnd") = 'integer' and "contract_versions"."items_vnd" >= 1)),
	CONSTRAINT "contract_versions_shipping_vnd" CHECK("contract_versions"."shipping_vnd" is null or (typeof("contract_versions"."shipping_vnd") = 'integer' and "contract_versions"."shipping_vnd" >= 0)),
	CONSTRAINT "contract_versions_method" CHECK("contract_versions"."method" in ('vietqr', 'cod'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_versions_number` ON `contract_versions` (`contract_id`,`number`);--> statement-breakpoint
CREATE TABLE `contracts` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`submission_key` text NOT NULL,
	`household_id` text NOT NULL,
	`buyer_id` text,
	`buyer_name` text NOT NULL,
	`buyer_tax_code` text NOT NULL,
	`representative` text NOT NULL,
	`representative_title` text NOT NULL,
	`buyer_phone` text NOT NULL,
	`commune_code` text NOT NULL,
	`address_line` text NOT NULL,
	`wished_by` text,
	`note` text NOT NULL,
	`language` text NOT NULL,
	`status` text NOT NULL,
	`opened_at` integer NOT NULL,
	`clock_at` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contracts_status_word" CHECK("contracts"."status" in ('requested', 'offered', 'concluded', 'fulfilled', 'ended', 'declined', 'withdrawn', 'lapsed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_code_unique` ON `contracts` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `contracts_submission_key_unique` ON `contracts` (`submission_key`);--> statement-breakpoint
CREATE INDEX `contracts_household` ON `contracts` (`household_id`,`status`,`opened_at`);--> statement-breakpoint
CREATE INDEX `contracts_buyer` ON `contracts` (`buyer_id`);--> statement-breakpoint
CREATE INDEX `contracts_status` ON `contracts` (`status`,`clock_at`);--> statement-breakpoint
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
	CONSTRAINT "checkouts_channel" CHECK("__new_checkouts"."channel" in ('web', 'assisted', 'wholesale'))
);
--> statement-breakpoint
INSERT INTO `__new_checkouts`("id", "code", "submission_key", "buyer_id", "buyer_name", "buyer_phone", "commune_code", "address_line", "note", "language", "method", "channel", "status", "items_vnd", "shipping_vnd", "total_vnd", "placed_at", "pay_by", "is_sample") SELECT "id", "code", "submission_key", "buyer_id", "buyer_name", "buyer_phone", "commune_code", "address_line", "note", "language", "method", "channel", "status", "items_vnd", "shipping_vnd", "total_vnd", "placed_at", "pay_by", "is_sample" FROM `checkouts`;--> statement-breakpoint
DROP TABLE `checkouts`;--> statement-breakpoint
ALTER TABLE `__new_checkouts` RENAME TO `checkouts`;--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_code_unique` ON `checkouts` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_submission_key_unique` ON `checkouts` (`submission_key`);--> statement-breakpoint
CREATE INDEX `checkouts_status` ON `checkouts` (`status`,`pay_by`);--> statement-breakpoint
CREATE INDEX `checkouts_buyer` ON `checkouts` (`buyer_id`);--> statement-breakpoint
CREATE INDEX `checkouts_phone` ON `checkouts` (`buyer_phone`);
--> statement-breakpoint
CREATE TRIGGER contract_asks_no_update BEFORE UPDATE ON contract_asks
BEGIN
  SELECT RAISE(ABORT, 'contract_asks is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_asks_no_delete BEFORE DELETE ON contract_asks
BEGIN
  SELECT RAISE(ABORT, 'contract_asks is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_versions_no_update BEFORE UPDATE ON contract_versions
BEGIN
  SELECT RAISE(ABORT, 'contract_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_versions_no_delete BEFORE DELETE ON contract_versions
BEGIN
  SELECT RAISE(ABORT, 'contract_versions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_lines_no_update BEFORE UPDATE ON contract_lines
BEGIN
  SELECT RAISE(ABORT, 'contract_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_lines_no_delete BEFORE DELETE ON contract_lines
BEGIN
  SELECT RAISE(ABORT, 'contract_lines is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_confirmations_no_update BEFORE UPDATE ON contract_confirmations
BEGIN
  SELECT RAISE(ABORT, 'contract_confirmations is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_confirmations_no_delete BEFORE DELETE ON contract_confirmations
BEGIN
  SELECT RAISE(ABORT, 'contract_confirmations is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_signatures_no_update BEFORE UPDATE ON contract_signatures
BEGIN
  SELECT RAISE(ABORT, 'contract_signatures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_signatures_no_delete BEFORE DELETE ON contract_signatures
BEGIN
  SELECT RAISE(ABORT, 'contract_signatures is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_checkouts_no_update BEFORE UPDATE ON contract_checkouts
BEGIN
  SELECT RAISE(ABORT, 'contract_checkouts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_checkouts_no_delete BEFORE DELETE ON contract_checkouts
BEGIN
  SELECT RAISE(ABORT, 'contract_checkouts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_events_no_update BEFORE UPDATE ON contract_events
BEGIN
  SELECT RAISE(ABORT, 'contract_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER contract_events_no_delete BEFORE DELETE ON contract_events
BEGIN
  SELECT RAISE(ABORT, 'contract_events is append-only');
END;
--> statement-breakpoint
-- Whose contract it is stands in its text: only how it stands may change.
CREATE TRIGGER contracts_parties_stand BEFORE UPDATE OF id, code, submission_key, household_id, buyer_id, buyer_name, buyer_tax_code, representative, representative_title, buyer_phone, commune_code, address_line, wished_by, note, opened_at ON contracts
BEGIN
  SELECT RAISE(ABORT, 'the parties of a contract stand');
END;
--> statement-breakpoint
CREATE TRIGGER contracts_no_delete BEFORE DELETE ON contracts
BEGIN
  SELECT RAISE(ABORT, 'a contract stands');
END;
