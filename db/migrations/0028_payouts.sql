-- What households are paid, by batches, and where to.
DROP TRIGGER transfers_balance;--> statement-breakpoint
CREATE TABLE `payout_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`submission_key` text NOT NULL,
	`prepared_by_id` text NOT NULL,
	`prepared_at` integer NOT NULL,
	FOREIGN KEY (`prepared_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_batches_code_unique` ON `payout_batches` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `payout_batches_submission_key_unique` ON `payout_batches` (`submission_key`);--> statement-breakpoint
CREATE INDEX `payout_batches_prepared` ON `payout_batches` (`prepared_at`,`id`);--> statement-breakpoint
CREATE TABLE `payee_events` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`bank_bin` text NOT NULL,
	`account_ending` text NOT NULL,
	`actor_id` text,
	`occurred_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `payee_events_owner` ON `payee_events` (`owner_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `payout_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`disbursement_id` text NOT NULL,
	`order_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`is_standing` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`disbursement_id`) REFERENCES `disbursements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payout_orders_amount_vnd" CHECK("payout_orders"."amount_vnd" is null or (typeof("payout_orders"."amount_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_orders_once` ON `payout_orders` (`disbursement_id`,`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payout_orders_one_standing` ON `payout_orders` (`order_id`) WHERE is_standing and amount_vnd > 0;--> statement-breakpoint
CREATE INDEX `payout_orders_order` ON `payout_orders` (`order_id`);--> statement-breakpoint
CREATE TABLE `wallet_reports` (
	`disbursement_id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`reported_by_id` text NOT NULL,
	`reported_at` integer NOT NULL,
	`agreed_by_id` text,
	FOREIGN KEY (`disbursement_id`) REFERENCES `disbursements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wallet_reports_two_people" CHECK("wallet_reports"."agreed_by_id" is null or "wallet_reports"."agreed_by_id" <> "wallet_reports"."reported_by_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `wallet_reports_reference_unique` ON `wallet_reports` (`reference`);--> statement-breakpoint
CREATE TABLE `__new_allocation_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`allocation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text,
	`amount_vnd` integer NOT NULL,
	FOREIGN KEY (`allocation_id`) REFERENCES `allocations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocation_parts_amount_vnd" CHECK("__new_allocation_parts"."amount_vnd" is null or (typeof("__new_allocation_parts"."amount_vnd") = 'integer' and "__new_allocation_parts"."amount_vnd" >= 1)),
	CONSTRAINT "allocation_parts_purpose" CHECK("__new_allocation_parts"."purpose" in ('order', 'card', 'send_back', 'disbursement', 'courier', 'batch', 'wallet', 'income', 'fee', 'owner', 'known'))
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
	CONSTRAINT "ledger_accounts_kind" CHECK("__new_ledger_accounts"."kind" in ('bank', 'card_clearing', 'gateway_fees', 'dispute_hold', 'dispute_losses', 'mobile_wallet', 'courier', 'household_cash', 'household_debt', 'buyer', 'refund_due', 'disbursement', 'suspense', 'outflow', 'bank_fees', 'other_income', 'owner_funds', 'household', 'commission'))
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
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'cash_kept', 'order_refund_due', 'sale_returned', 'commission_returned', 'debt_recovered', 'bank_outflow', 'receipt_allocated', 'outflow_allocated', 'disbursement_approved', 'wallet_paid', 'disbursement_undone', 'card_received', 'card_fee', 'card_refunded', 'card_refund_failed', 'dispute_opened', 'dispute_won', 'dispute_lost', 'dispute_set_off', 'line_undone'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);--> statement-breakpoint
CREATE TABLE `__new_disbursements` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`owner_id` text NOT NULL,
	`checkout_id` text,
	`amount_vnd` integer NOT NULL,
	`bank_bin` text NOT NULL,
	`sealed_account` text NOT NULL,
	`account_ending` text NOT NULL,
	`prepared_by_id` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`approved_by_id` text,
	`bank_transaction_id` text,
	`batch_id` text,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bank_transaction_id`) REFERENCES `bank_transactions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `payout_batches`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disbursements_amount_vnd" CHECK("__new_disbursements"."amount_vnd" is null or (typeof("__new_disbursements"."amount_vnd") = 'integer' and "__new_disbursements"."amount_vnd" >= 1)),
	CONSTRAINT "disbursements_kind" CHECK("__new_disbursements"."kind" in ('refund', 'payout')),
	CONSTRAINT "disbursements_batch_of_payout" CHECK(("__new_disbursements"."kind" = 'payout') = ("__new_disbursements"."batch_id" is not null)),
	CONSTRAINT "disbursements_status_word" CHECK("__new_disbursements"."status" in ('prepared', 'approved', 'paid', 'withdrawn', 'returned')),
	CONSTRAINT "disbursements_two_people" CHECK("__new_disbursements"."approved_by_id" is null or "__new_disbursements"."approved_by_id" <> "__new_disbursements"."prepared_by_id")
);
--> statement-breakpoint
INSERT INTO `__new_disbursements`("id", "code", "kind", "status", "owner_id", "checkout_id", "amount_vnd", "bank_bin", "sealed_account", "account_ending", "prepared_by_id", "prepared_at", "approved_by_id", "bank_transaction_id", "batch_id") SELECT "id", "code", "kind", "status", "owner_id", "checkout_id", "amount_vnd", "bank_bin", "sealed_account", "account_ending", "prepared_by_id", "prepared_at", "approved_by_id", "bank_transaction_id", NULL FROM `disbursements`;--> statement-breakpoint
DROP TABLE `disbursements`;--> statement-breakpoint
ALTER TABLE `__new_disbursements` RENAME TO `disbursements`;--> statement-breakpoint
CREATE UNIQUE INDEX `disbursements_code_unique` ON `disbursements` (`code`);--> statement-breakpoint
CREATE INDEX `disbursements_owner` ON `disbursements` (`owner_id`);--> statement-breakpoint
CREATE INDEX `disbursements_status` ON `disbursements` (`status`,`prepared_at`,`id`);--> statement-breakpoint
CREATE INDEX `disbursements_transaction` ON `disbursements` (`bank_transaction_id`);--> statement-breakpoint
CREATE INDEX `disbursements_batch` ON `disbursements` (`batch_id`);
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
CREATE TRIGGER disbursements_no_update BEFORE UPDATE OF code, kind, owner_id, checkout_id, amount_vnd, bank_bin, account_ending, prepared_by_id, prepared_at, batch_id ON disbursements
BEGIN
  SELECT RAISE(ABORT, 'disbursements: what was prepared stands');
END;
--> statement-breakpoint
CREATE TRIGGER disbursements_no_delete BEFORE DELETE ON disbursements
BEGIN
  SELECT RAISE(ABORT, 'disbursements is append-only');
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
CREATE TRIGGER payee_events_no_update BEFORE UPDATE ON payee_events
BEGIN
  SELECT RAISE(ABORT, 'payee_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER payee_events_no_delete BEFORE DELETE ON payee_events
BEGIN
  SELECT RAISE(ABORT, 'payee_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER payout_batches_no_update BEFORE UPDATE ON payout_batches
BEGIN
  SELECT RAISE(ABORT, 'payout_batches is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER payout_batches_no_delete BEFORE DELETE ON payout_batches
BEGIN
  SELECT RAISE(ABORT, 'payout_batches is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER payout_orders_no_update BEFORE UPDATE OF id, disbursement_id, order_id, amount_vnd ON payout_orders
BEGIN
  SELECT RAISE(ABORT, 'payout_orders: what is paid stands');
END;
--> statement-breakpoint
CREATE TRIGGER payout_orders_no_delete BEFORE DELETE ON payout_orders
BEGIN
  SELECT RAISE(ABORT, 'payout_orders is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER wallet_reports_no_update BEFORE UPDATE OF disbursement_id, reference, reported_by_id, reported_at ON wallet_reports
BEGIN
  SELECT RAISE(ABORT, 'wallet_reports: what was said stands');
END;
--> statement-breakpoint
CREATE TRIGGER wallet_reports_no_delete BEFORE DELETE ON wallet_reports
BEGIN
  SELECT RAISE(ABORT, 'wallet_reports is append-only');
END;
--> statement-breakpoint
-- A household is told that its account was named anew: whoever did it may not have been the household.
CREATE TRIGGER notice_feed_payee AFTER INSERT ON payee_events
WHEN EXISTS (SELECT 1 FROM households WHERE id = new.owner_id)
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
