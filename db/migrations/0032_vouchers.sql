-- Programmes that pay a part of what is bought by a code. Triggers that name a table which is made anew.
DROP TRIGGER transfers_balance;--> statement-breakpoint
DROP TRIGGER household_years_kept;--> statement-breakpoint
CREATE TABLE `voucher_programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`value_vnd` integer NOT NULL,
	`least_vnd` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`uses_max` integer NOT NULL,
	`used_count` integer DEFAULT 0 NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`stopped_at` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "voucher_programmes_value_vnd" CHECK("voucher_programmes"."value_vnd" is null or (typeof("voucher_programmes"."value_vnd") = 'integer' and "voucher_programmes"."value_vnd" >= 1)),
	CONSTRAINT "voucher_programmes_least_vnd" CHECK("voucher_programmes"."least_vnd" is null or (typeof("voucher_programmes"."least_vnd") = 'integer' and "voucher_programmes"."least_vnd" >= 0)),
	CONSTRAINT "voucher_programmes_uses_max" CHECK("voucher_programmes"."uses_max" is null or (typeof("voucher_programmes"."uses_max") = 'integer' and "voucher_programmes"."uses_max" >= 1)),
	CONSTRAINT "voucher_programmes_used_count" CHECK("voucher_programmes"."used_count" is null or (typeof("voucher_programmes"."used_count") = 'integer' and "voucher_programmes"."used_count" >= 0)),
	CONSTRAINT "voucher_programmes_budget" CHECK("voucher_programmes"."used_count" <= "voucher_programmes"."uses_max"),
	CONSTRAINT "voucher_programmes_dates" CHECK("voucher_programmes"."ends_on" >= "voucher_programmes"."starts_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_programmes_code_unique` ON `voucher_programmes` (`code`);--> statement-breakpoint
CREATE INDEX `voucher_programmes_created` ON `voucher_programmes` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `voucher_uses` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`checkout_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`taken_at` integer NOT NULL,
	`given_back_at` integer,
	FOREIGN KEY (`programme_id`) REFERENCES `voucher_programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "voucher_uses_amount_vnd" CHECK("voucher_uses"."amount_vnd" is null or (typeof("voucher_uses"."amount_vnd") = 'integer' and "voucher_uses"."amount_vnd" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `voucher_uses_checkout_id_unique` ON `voucher_uses` (`checkout_id`);--> statement-breakpoint
CREATE INDEX `voucher_uses_programme` ON `voucher_uses` (`programme_id`,`taken_at`,`id`);--> statement-breakpoint
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
	CONSTRAINT "payments_due_vnd" CHECK("__new_payments"."due_vnd" is null or (typeof("__new_payments"."due_vnd") = 'integer' and "__new_payments"."due_vnd" >= 0)),
	CONSTRAINT "payments_captured_vnd" CHECK("__new_payments"."captured_vnd" is null or (typeof("__new_payments"."captured_vnd") = 'integer' and "__new_payments"."captured_vnd" >= 0)),
	CONSTRAINT "payments_status" CHECK("__new_payments"."status" in ('open', 'partially_paid', 'paid', 'expired', 'cancelled', 'on_delivery')),
	CONSTRAINT "payments_method" CHECK("__new_payments"."method" in ('vietqr', 'mobile_money', 'card', 'vietqr_on_delivery', 'cod'))
);
--> statement-breakpoint
INSERT INTO `__new_payments`("id", "checkout_id", "method", "status", "reference", "due_vnd", "captured_vnd", "bank_bin", "account_number", "opened_at", "paid_at") SELECT "id", "checkout_id", "method", "status", "reference", "due_vnd", "captured_vnd", "bank_bin", "account_number", "opened_at", "paid_at" FROM `payments`;--> statement-breakpoint
DROP TABLE `payments`;--> statement-breakpoint
ALTER TABLE `__new_payments` RENAME TO `payments`;--> statement-breakpoint
CREATE UNIQUE INDEX `payments_checkout_id_unique` ON `payments` (`checkout_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reference_unique` ON `payments` (`reference`);--> statement-breakpoint
CREATE INDEX `payments_opened` ON `payments` (`opened_at`);--> statement-breakpoint
CREATE TABLE `__new_allocation_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`allocation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text,
	`amount_vnd` integer NOT NULL,
	FOREIGN KEY (`allocation_id`) REFERENCES `allocations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocation_parts_amount_vnd" CHECK("__new_allocation_parts"."amount_vnd" is null or (typeof("__new_allocation_parts"."amount_vnd") = 'integer' and "__new_allocation_parts"."amount_vnd" >= 1)),
	CONSTRAINT "allocation_parts_purpose" CHECK("__new_allocation_parts"."purpose" in ('order', 'card', 'send_back', 'disbursement', 'courier', 'batch', 'wallet', 'tax', 'voucher', 'income', 'fee', 'owner', 'known'))
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
	CONSTRAINT "ledger_accounts_kind" CHECK("__new_ledger_accounts"."kind" in ('bank', 'card_clearing', 'gateway_fees', 'dispute_hold', 'dispute_losses', 'mobile_wallet', 'courier', 'household_cash', 'household_debt', 'buyer', 'voucher', 'refund_due', 'disbursement', 'suspense', 'outflow', 'bank_fees', 'other_income', 'owner_funds', 'household', 'commission', 'tax_withheld'))
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
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'voucher_applied', 'voucher_undone', 'order_settled', 'commission_taken', 'tax_withheld', 'cash_kept', 'order_refund_due', 'sale_returned', 'commission_returned', 'tax_returned', 'debt_recovered', 'bank_outflow', 'receipt_allocated', 'outflow_allocated', 'disbursement_approved', 'wallet_paid', 'disbursement_undone', 'card_received', 'card_fee', 'card_refunded', 'card_refund_failed', 'dispute_opened', 'dispute_won', 'dispute_lost', 'dispute_set_off', 'opening_balance', 'line_undone'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);--> statement-breakpoint
CREATE INDEX `transfers_day` ON `transfers` (`local_date`,`id`);--> statement-breakpoint
ALTER TABLE `checkouts` ADD `voucher_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "checkouts_voucher_vnd" CHECK(typeof("checkouts"."voucher_vnd") = 'integer' and "checkouts"."voucher_vnd" >= 0) CONSTRAINT "checkouts_voucher" CHECK("checkouts"."voucher_vnd" <= "checkouts"."total_vnd");--> statement-breakpoint
ALTER TABLE `orders` ADD `voucher_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "orders_voucher_vnd" CHECK(typeof("orders"."voucher_vnd") = 'integer' and "orders"."voucher_vnd" >= 0) CONSTRAINT "orders_voucher" CHECK("orders"."voucher_vnd" <= "orders"."total_vnd");--> statement-breakpoint
ALTER TABLE `line_items` ADD `voucher_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "line_items_voucher_vnd" CHECK(typeof("line_items"."voucher_vnd") = 'integer' and "line_items"."voucher_vnd" >= 0) CONSTRAINT "line_items_voucher" CHECK("line_items"."voucher_vnd" <= "line_items"."total_vnd");--> statement-breakpoint
ALTER TABLE `return_requests` ADD `voucher_vnd` integer DEFAULT 0 NOT NULL CONSTRAINT "return_requests_voucher_vnd" CHECK(typeof("return_requests"."voucher_vnd") = 'integer' and "return_requests"."voucher_vnd" >= 0) CONSTRAINT "return_requests_voucher" CHECK("return_requests"."voucher_vnd" <= "return_requests"."refund_vnd");--> statement-breakpoint
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
CREATE TRIGGER checkouts_voucher_frozen BEFORE UPDATE OF voucher_vnd ON checkouts
BEGIN
  SELECT RAISE(ABORT, 'the voucher of a checkout is frozen');
END;
--> statement-breakpoint
CREATE TRIGGER orders_voucher_frozen BEFORE UPDATE OF voucher_vnd ON orders
BEGIN
  SELECT RAISE(ABORT, 'the voucher of an order is frozen');
END;
--> statement-breakpoint
DROP TRIGGER return_requests_refund_stands;
--> statement-breakpoint
CREATE TRIGGER return_requests_refund_stands BEFORE UPDATE OF refund_vnd, shipping_vnd, voucher_vnd, commission_vnd, vat_vnd, pit_vnd, refunded_on ON return_requests
WHEN old.refunded_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'what was given back stands');
END;
--> statement-breakpoint
CREATE TRIGGER voucher_programmes_no_update BEFORE UPDATE OF id, code, name, value_vnd, least_vnd, starts_on, ends_on, uses_max, created_by_id, created_at, is_sample ON voucher_programmes
BEGIN
  SELECT RAISE(ABORT, 'voucher_programmes: what was decided stands');
END;
--> statement-breakpoint
CREATE TRIGGER voucher_programmes_no_delete BEFORE DELETE ON voucher_programmes
BEGIN
  SELECT RAISE(ABORT, 'voucher_programmes: what was decided stands');
END;
--> statement-breakpoint
CREATE TRIGGER voucher_uses_no_update BEFORE UPDATE OF id, programme_id, checkout_id, amount_vnd ON voucher_uses
BEGIN
  SELECT RAISE(ABORT, 'voucher_uses: only whether it stands may change');
END;
--> statement-breakpoint
CREATE TRIGGER voucher_uses_no_delete BEFORE DELETE ON voucher_uses
BEGIN
  SELECT RAISE(ABORT, 'voucher_uses: only whether it stands may change');
END;
