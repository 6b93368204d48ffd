-- Tax: rules with their dates, what was kept back of each sale, and each household's revenue of a year.
-- Triggers that name a table which is made anew.
DROP TRIGGER transfers_balance;
--> statement-breakpoint
CREATE TABLE `household_years` (
	`household_id` text NOT NULL,
	`year` integer NOT NULL,
	`revenue_vnd` integer NOT NULL,
	PRIMARY KEY(`household_id`, `year`),
	CONSTRAINT "household_years_revenue_vnd" CHECK("household_years"."revenue_vnd" is null or (typeof("household_years"."revenue_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE INDEX `household_years_revenue` ON `household_years` (`year`,`revenue_vnd`);--> statement-breakpoint
CREATE TABLE `tax_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_on` text NOT NULL,
	`tax_class` text NOT NULL,
	`vat_bps` integer NOT NULL,
	`pit_bps` integer NOT NULL,
	`legal_basis` text NOT NULL,
	`entered_by_id` text,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`entered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tax_rules_class" CHECK("tax_rules"."tax_class" in ('raw_self_produced', 'processed', 'service', 'transport')),
	CONSTRAINT "tax_rules_vat_bps" CHECK("tax_rules"."vat_bps" is null or (typeof("tax_rules"."vat_bps") = 'integer' and "tax_rules"."vat_bps" >= 0)),
	CONSTRAINT "tax_rules_pit_bps" CHECK("tax_rules"."pit_bps" is null or (typeof("tax_rules"."pit_bps") = 'integer' and "tax_rules"."pit_bps" >= 0))
);
--> statement-breakpoint
CREATE INDEX `tax_rules_effective` ON `tax_rules` (`tax_class`,`effective_on`);--> statement-breakpoint
CREATE TABLE `tax_thresholds` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_on` text NOT NULL,
	`threshold_vnd` integer NOT NULL,
	`legal_basis` text NOT NULL,
	`entered_by_id` text,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`entered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tax_thresholds_threshold_vnd" CHECK("tax_thresholds"."threshold_vnd" is null or (typeof("tax_thresholds"."threshold_vnd") = 'integer' and "tax_thresholds"."threshold_vnd" >= 1))
);
--> statement-breakpoint
CREATE INDEX `tax_thresholds_effective` ON `tax_thresholds` (`effective_on`);--> statement-breakpoint
CREATE TABLE `threshold_events` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`year` integer NOT NULL,
	`mark` text NOT NULL,
	`revenue_vnd` integer NOT NULL,
	`threshold_vnd` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "threshold_events_mark" CHECK("threshold_events"."mark" in ('near', 'reached')),
	CONSTRAINT "threshold_events_revenue_vnd" CHECK("threshold_events"."revenue_vnd" is null or (typeof("threshold_events"."revenue_vnd") = 'integer' and "threshold_events"."revenue_vnd" >= 0)),
	CONSTRAINT "threshold_events_threshold_vnd" CHECK("threshold_events"."threshold_vnd" is null or (typeof("threshold_events"."threshold_vnd") = 'integer' and "threshold_events"."threshold_vnd" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `threshold_events_once` ON `threshold_events` (`household_id`,`year`,`mark`);--> statement-breakpoint
CREATE TABLE `withholding_switches` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_on` text NOT NULL,
	`is_on` integer NOT NULL,
	`note` text NOT NULL,
	`proposed_by_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`agreed_by_id` text,
	`agreed_at` integer,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withholding_switches_two_people" CHECK("withholding_switches"."agreed_by_id" is null or "withholding_switches"."agreed_by_id" <> "withholding_switches"."proposed_by_id")
);
--> statement-breakpoint
CREATE INDEX `withholding_switches_effective` ON `withholding_switches` (`effective_on`) WHERE agreed_at is not null;--> statement-breakpoint
CREATE TABLE `__new_allocation_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`allocation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text,
	`amount_vnd` integer NOT NULL,
	FOREIGN KEY (`allocation_id`) REFERENCES `allocations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocation_parts_amount_vnd" CHECK("__new_allocation_parts"."amount_vnd" is null or (typeof("__new_allocation_parts"."amount_vnd") = 'integer' and "__new_allocation_parts"."amount_vnd" >= 1)),
	CONSTRAINT "allocation_parts_purpose" CHECK("__new_allocation_parts"."purpose" in ('order', 'card', 'send_back', 'disbursement', 'courier', 'batch', 'wallet', 'tax', 'income', 'fee', 'owner', 'known'))
);
--> statement-breakpoint
INSERT INTO `__new_allocation_parts`("id", "allocation_id", "purpose", "subject_id", "amount_vnd") SELECT "id", "allocation_id", "purpose", "subject_id", "amount_vnd" FROM `allocation_parts`;--> statement-breakpoint
DROP TABLE `allocation_parts`;--> statement-breakpoint
ALTER TABLE `__new_allocation_parts` RENAME TO `allocation_parts`;--> statement-breakpoint
CREATE INDEX `allocation_parts_allocation` ON `allocation_parts` (`allocation_id`);--> statement-breakpoint
CREATE TABLE `__new_ledger_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "ledger_accounts_kind" CHECK("__new_ledger_accounts"."kind" in ('bank', 'card_clearing', 'gateway_fees', 'dispute_hold', 'dispute_losses', 'mobile_wallet', 'courier', 'household_cash', 'household_debt', 'buyer', 'refund_due', 'disbursement', 'suspense', 'outflow', 'bank_fees', 'other_income', 'owner_funds', 'household', 'commission', 'tax_withheld'))
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
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'tax_withheld', 'cash_kept', 'order_refund_due', 'sale_returned', 'commission_returned', 'tax_returned', 'debt_recovered', 'bank_outflow', 'receipt_allocated', 'outflow_allocated', 'disbursement_approved', 'wallet_paid', 'disbursement_undone', 'card_received', 'card_fee', 'card_refunded', 'card_refund_failed', 'dispute_opened', 'dispute_won', 'dispute_lost', 'dispute_set_off', 'line_undone'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);--> statement-breakpoint
-- Columns are added, not tables made anew: these are the large ones, and a column may bring its own check.
ALTER TABLE `products` ADD `tax_class` text DEFAULT 'processed' NOT NULL CONSTRAINT "products_tax_class" CHECK("products"."tax_class" in ('raw_self_produced', 'processed', 'service'));--> statement-breakpoint
ALTER TABLE `line_items` ADD `tax_class` text DEFAULT 'processed' NOT NULL CONSTRAINT "line_items_tax_class" CHECK("line_items"."tax_class" in ('raw_self_produced', 'processed', 'service'));--> statement-breakpoint
ALTER TABLE `line_items` ADD `vat_bps` integer DEFAULT 0 NOT NULL CONSTRAINT "line_items_vat_bps" CHECK(typeof("line_items"."vat_bps") = 'integer' and "line_items"."vat_bps" >= 0);--> statement-breakpoint
ALTER TABLE `line_items` ADD `pit_bps` integer DEFAULT 0 NOT NULL CONSTRAINT "line_items_pit_bps" CHECK(typeof("line_items"."pit_bps") = 'integer' and "line_items"."pit_bps" >= 0);--> statement-breakpoint
ALTER TABLE `line_items` ADD `vat_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "line_items_vat_vnd" CHECK(typeof("line_items"."vat_vnd") = 'integer' and "line_items"."vat_vnd" >= 0);--> statement-breakpoint
ALTER TABLE `line_items` ADD `pit_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "line_items_pit_vnd" CHECK(typeof("line_items"."pit_vnd") = 'integer' and "line_items"."pit_vnd" >= 0);--> statement-breakpoint
ALTER TABLE `orders` ADD `is_tax_withheld` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_vat_bps` integer DEFAULT 0 NOT NULL CONSTRAINT "orders_shipping_vat_bps" CHECK(typeof("orders"."shipping_vat_bps") = 'integer' and "orders"."shipping_vat_bps" >= 0);--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_pit_bps` integer DEFAULT 0 NOT NULL CONSTRAINT "orders_shipping_pit_bps" CHECK(typeof("orders"."shipping_pit_bps") = 'integer' and "orders"."shipping_pit_bps" >= 0);--> statement-breakpoint
ALTER TABLE `orders` ADD `vat_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "orders_vat_vnd" CHECK(typeof("orders"."vat_vnd") = 'integer' and "orders"."vat_vnd" >= 0);--> statement-breakpoint
ALTER TABLE `orders` ADD `pit_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "orders_pit_vnd" CHECK(typeof("orders"."pit_vnd") = 'integer' and "orders"."pit_vnd" >= 0);--> statement-breakpoint
ALTER TABLE `return_lines` ADD `vat_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "return_lines_vat_vnd" CHECK(typeof("return_lines"."vat_vnd") = 'integer' and "return_lines"."vat_vnd" >= 0);--> statement-breakpoint
ALTER TABLE `return_lines` ADD `pit_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "return_lines_pit_vnd" CHECK(typeof("return_lines"."pit_vnd") = 'integer' and "return_lines"."pit_vnd" >= 0);--> statement-breakpoint
ALTER TABLE `return_requests` ADD `vat_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "return_requests_vat_vnd" CHECK(typeof("return_requests"."vat_vnd") = 'integer' and "return_requests"."vat_vnd" >= 0);--> statement-breakpoint
ALTER TABLE `return_requests` ADD `pit_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "return_requests_pit_vnd" CHECK(typeof("return_requests"."pit_vnd") = 'integer' and "return_requests"."pit_vnd" >= 0);--> statement-breakpoint
CREATE INDEX `orders_household_delivered` ON `orders` (`household_id`,`delivered_on`) WHERE delivered_on is not null;--> statement-breakpoint
-- As taxClassOf says it of a product of which nobody has said anything.
UPDATE products SET tax_class = CASE WHEN ocop_set = 26 THEN 'service' WHEN ocop_set IN (1, 2, 3, 23, 24, 25) THEN 'raw_self_produced' ELSE 'processed' END;
--> statement-breakpoint
DROP TRIGGER line_items_no_update;
--> statement-breakpoint
UPDATE line_items SET tax_class = CASE WHEN ocop_set = 26 THEN 'service' WHEN ocop_set IN (1, 2, 3, 23, 24, 25) THEN 'raw_self_produced' ELSE 'processed' END;
--> statement-breakpoint
CREATE TRIGGER line_items_no_update BEFORE UPDATE ON line_items
BEGIN
  SELECT RAISE(ABORT, 'line_items is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER orders_tax_frozen BEFORE UPDATE OF is_tax_withheld, shipping_vat_bps, shipping_pit_bps, vat_vnd, pit_vnd ON orders
BEGIN
  SELECT RAISE(ABORT, 'the tax of an order is frozen');
END;
--> statement-breakpoint
DROP TRIGGER return_requests_refund_stands;
--> statement-breakpoint
CREATE TRIGGER return_requests_refund_stands BEFORE UPDATE OF refund_vnd, shipping_vnd, commission_vnd, vat_vnd, pit_vnd, refunded_on ON return_requests
WHEN old.refunded_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'what was given back stands');
END;
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
CREATE TRIGGER allocation_parts_no_update BEFORE UPDATE ON allocation_parts
BEGIN
  SELECT RAISE(ABORT, 'allocation_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER allocation_parts_no_delete BEFORE DELETE ON allocation_parts
BEGIN
  SELECT RAISE(ABORT, 'allocation_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tax_rules_no_update BEFORE UPDATE ON tax_rules
BEGIN
  SELECT RAISE(ABORT, 'tax_rules is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tax_rules_no_delete BEFORE DELETE ON tax_rules
BEGIN
  SELECT RAISE(ABORT, 'tax_rules is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tax_thresholds_no_update BEFORE UPDATE ON tax_thresholds
BEGIN
  SELECT RAISE(ABORT, 'tax_thresholds is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER tax_thresholds_no_delete BEFORE DELETE ON tax_thresholds
BEGIN
  SELECT RAISE(ABORT, 'tax_thresholds is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER threshold_events_no_update BEFORE UPDATE ON threshold_events
BEGIN
  SELECT RAISE(ABORT, 'threshold_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER threshold_events_no_delete BEFORE DELETE ON threshold_events
BEGIN
  SELECT RAISE(ABORT, 'threshold_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER withholding_switches_no_update BEFORE UPDATE ON withholding_switches
WHEN old.agreed_at IS NOT NULL OR new.id <> old.id OR new.effective_on <> old.effective_on OR new.is_on <> old.is_on OR new.note <> old.note OR new.proposed_by_id <> old.proposed_by_id OR new.proposed_at <> old.proposed_at
BEGIN
  SELECT RAISE(ABORT, 'withholding_switches: what was proposed and agreed to stands');
END;
--> statement-breakpoint
CREATE TRIGGER withholding_switches_no_delete BEFORE DELETE ON withholding_switches
BEGIN
  SELECT RAISE(ABORT, 'withholding_switches is append-only');
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
CREATE TRIGGER notice_feed_owed_back AFTER INSERT ON transfers
WHEN new.reason = 'excess_to_refund' OR (new.reason = 'order_refund_due' AND new.reference_kind = 'payment')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
--> statement-breakpoint
-- What was sold before: the trigger below keeps it from now on.
INSERT INTO household_years (household_id, year, revenue_vnd)
  SELECT accounts.owner_id, CAST(substr(moved.local_date, 1, 4) AS INTEGER),
    sum(CASE moved.reason WHEN 'order_settled' THEN moved.amount_vnd ELSE -moved.amount_vnd END)
  FROM transfers AS moved
  INNER JOIN ledger_accounts AS accounts
    ON accounts.id = CASE moved.reason WHEN 'order_settled' THEN moved.credit_account_id ELSE moved.debit_account_id END
  WHERE moved.reason IN ('order_settled', 'sale_returned')
  GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER household_years_kept AFTER INSERT ON transfers
WHEN new.reason IN ('order_settled', 'sale_returned')
BEGIN
  INSERT INTO household_years (household_id, year, revenue_vnd)
    SELECT owner_id, CAST(substr(new.local_date, 1, 4) AS INTEGER),
      CASE new.reason WHEN 'order_settled' THEN new.amount_vnd ELSE -new.amount_vnd END
    FROM ledger_accounts
    WHERE id = CASE new.reason WHEN 'order_settled' THEN new.credit_account_id ELSE new.debit_account_id END
    ON CONFLICT (household_id, year) DO UPDATE SET revenue_vnd = revenue_vnd + excluded.revenue_vnd;
END;
--> statement-breakpoint
-- Who comes near the threshold of the year's revenue is told so.
CREATE TRIGGER notice_feed_threshold AFTER INSERT ON threshold_events
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
--> statement-breakpoint
-- As seeds/reference/tax-rules.ts writes them into a new database: one that has its reference data already gets them here.
INSERT INTO tax_rules (id, effective_on, tax_class, vat_bps, pit_bps, legal_basis, entered_by_id, entered_at)
  SELECT 'txr_00000000000070008000000000000001', '2025-07-01', 'raw_self_produced', 0, 0, 'Luật Thuế GTGT 48/2024, Điều 5 khoản 1; Luật Thuế TNCN, Điều 4 khoản 5', NULL, 1751302800000 WHERE EXISTS (SELECT 1 FROM commission_rules)
  UNION ALL SELECT 'txr_00000000000070008000000000000002', '2025-07-01', 'processed', 100, 50, 'Nghị định 117/2025, Điều 4', NULL, 1751302800000 WHERE EXISTS (SELECT 1 FROM commission_rules)
  UNION ALL SELECT 'txr_00000000000070008000000000000003', '2025-07-01', 'service', 500, 200, 'Nghị định 117/2025, Điều 4', NULL, 1751302800000 WHERE EXISTS (SELECT 1 FROM commission_rules)
  UNION ALL SELECT 'txr_00000000000070008000000000000004', '2025-07-01', 'transport', 300, 150, 'Nghị định 117/2025, Điều 4', NULL, 1751302800000 WHERE EXISTS (SELECT 1 FROM commission_rules);
--> statement-breakpoint
INSERT INTO tax_thresholds (id, effective_on, threshold_vnd, legal_basis, entered_by_id, entered_at)
  SELECT 'txt_00000000000070008000000000000001', '2026-01-01', 1000000000, 'Nghị định 141/2026', NULL, 1767200400000
  WHERE EXISTS (SELECT 1 FROM commission_rules);
