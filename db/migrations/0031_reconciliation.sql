-- What was held against what others say, and when; and a reason for what the bank account held at first.
DROP TRIGGER transfers_balance;--> statement-breakpoint
CREATE TABLE `bank_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`amount_vnd` integer NOT NULL,
	`told_vnd` integer,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`proposed_by_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bank_openings_amount_vnd" CHECK("bank_openings"."amount_vnd" is null or (typeof("bank_openings"."amount_vnd") = 'integer' and "bank_openings"."amount_vnd" >= 0)),
	CONSTRAINT "bank_openings_told_vnd" CHECK("bank_openings"."told_vnd" is null or (typeof("bank_openings"."told_vnd") = 'integer')),
	CONSTRAINT "bank_openings_status_word" CHECK("bank_openings"."status" in ('proposed', 'confirmed', 'refused')),
	CONSTRAINT "bank_openings_two_people" CHECK("bank_openings"."status" <> 'confirmed' or "bank_openings"."decided_by_id" <> "bank_openings"."proposed_by_id" or "bank_openings"."amount_vnd" = "bank_openings"."told_vnd")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_openings_one_proposed` ON `bank_openings` (`status`) WHERE status = 'proposed';--> statement-breakpoint
CREATE INDEX `bank_openings_decided` ON `bank_openings` (`status`,`decided_at`);--> statement-breakpoint
CREATE TABLE `reconciliation_balances` (
	`run_id` text NOT NULL,
	`pot` text NOT NULL,
	`owner_id` text NOT NULL,
	`ledger_vnd` integer NOT NULL,
	`records_vnd` integer NOT NULL,
	`word_state` text NOT NULL,
	`word_vnd` integer,
	`word_as_of` integer,
	`pending_vnd` integer NOT NULL,
	PRIMARY KEY(`run_id`, `pot`, `owner_id`),
	FOREIGN KEY (`run_id`) REFERENCES `reconciliation_runs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reconciliation_balances_ledger_vnd" CHECK("reconciliation_balances"."ledger_vnd" is null or (typeof("reconciliation_balances"."ledger_vnd") = 'integer')),
	CONSTRAINT "reconciliation_balances_records_vnd" CHECK("reconciliation_balances"."records_vnd" is null or (typeof("reconciliation_balances"."records_vnd") = 'integer')),
	CONSTRAINT "reconciliation_balances_word_vnd" CHECK("reconciliation_balances"."word_vnd" is null or (typeof("reconciliation_balances"."word_vnd") = 'integer')),
	CONSTRAINT "reconciliation_balances_pending_vnd" CHECK("reconciliation_balances"."pending_vnd" is null or (typeof("reconciliation_balances"."pending_vnd") = 'integer')),
	CONSTRAINT "reconciliation_balances_pot" CHECK("reconciliation_balances"."pot" in ('bank', 'cards', 'wallet', 'couriers', 'household_cash')),
	CONSTRAINT "reconciliation_balances_word_state" CHECK("reconciliation_balances"."word_state" in ('told', 'not_told', 'unreachable', 'other_currency', 'nobody'))
);
--> statement-breakpoint
CREATE TABLE `reconciliation_differences` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`name` text NOT NULL,
	`subject_id` text NOT NULL,
	`beside_id` text,
	`expected_vnd` integer NOT NULL,
	`actual_vnd` integer NOT NULL,
	`stands_since` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `reconciliation_runs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reconciliation_differences_expected_vnd" CHECK("reconciliation_differences"."expected_vnd" is null or (typeof("reconciliation_differences"."expected_vnd") = 'integer')),
	CONSTRAINT "reconciliation_differences_actual_vnd" CHECK("reconciliation_differences"."actual_vnd" is null or (typeof("reconciliation_differences"."actual_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE INDEX `reconciliation_differences_run` ON `reconciliation_differences` (`run_id`,`id`);--> statement-breakpoint
CREATE TABLE `reconciliation_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`subject_id` text NOT NULL,
	`expected_vnd` integer NOT NULL,
	`actual_vnd` integer NOT NULL,
	`note` text NOT NULL,
	`noted_by_id` text NOT NULL,
	`noted_at` integer NOT NULL,
	FOREIGN KEY (`noted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reconciliation_notes_expected_vnd" CHECK("reconciliation_notes"."expected_vnd" is null or (typeof("reconciliation_notes"."expected_vnd") = 'integer')),
	CONSTRAINT "reconciliation_notes_actual_vnd" CHECK("reconciliation_notes"."actual_vnd" is null or (typeof("reconciliation_notes"."actual_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE INDEX `reconciliation_notes_subject` ON `reconciliation_notes` (`name`,`subject_id`);--> statement-breakpoint
CREATE TABLE `reconciliation_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`local_date` text NOT NULL,
	`asked_by_id` text,
	`asked_at` integer NOT NULL,
	`taken_at` integer,
	`ended_at` integer,
	`is_open` integer NOT NULL,
	`status` text NOT NULL,
	`difference_count` integer DEFAULT 0 NOT NULL,
	`new_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`asked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reconciliation_runs_status" CHECK("reconciliation_runs"."status" in ('asked', 'running', 'balanced', 'differs', 'failed')),
	CONSTRAINT "reconciliation_runs_ended" CHECK(("reconciliation_runs"."ended_at" is null) = "reconciliation_runs"."is_open"),
	CONSTRAINT "reconciliation_runs_difference_count" CHECK("reconciliation_runs"."difference_count" is null or (typeof("reconciliation_runs"."difference_count") = 'integer' and "reconciliation_runs"."difference_count" >= 0)),
	CONSTRAINT "reconciliation_runs_new_count" CHECK("reconciliation_runs"."new_count" is null or (typeof("reconciliation_runs"."new_count") = 'integer' and "reconciliation_runs"."new_count" >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliation_runs_one_open` ON `reconciliation_runs` (`is_open`) WHERE is_open;--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliation_runs_daily` ON `reconciliation_runs` (`local_date`) WHERE asked_by_id is null and status <> 'failed';--> statement-breakpoint
CREATE INDEX `reconciliation_runs_asked` ON `reconciliation_runs` (`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `told_balances` (
	`id` text PRIMARY KEY NOT NULL,
	`wallet_id` text NOT NULL,
	`balance_vnd` integer NOT NULL,
	`ledger_vnd` integer NOT NULL,
	`told_by_id` text NOT NULL,
	`told_at` integer NOT NULL,
	FOREIGN KEY (`told_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "told_balances_balance_vnd" CHECK("told_balances"."balance_vnd" is null or (typeof("told_balances"."balance_vnd") = 'integer' and "told_balances"."balance_vnd" >= 0)),
	CONSTRAINT "told_balances_ledger_vnd" CHECK("told_balances"."ledger_vnd" is null or (typeof("told_balances"."ledger_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE INDEX `told_balances_wallet` ON `told_balances` (`wallet_id`,`told_at`);--> statement-breakpoint
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
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'tax_withheld', 'cash_kept', 'order_refund_due', 'sale_returned', 'commission_returned', 'tax_returned', 'debt_recovered', 'bank_outflow', 'receipt_allocated', 'outflow_allocated', 'disbursement_approved', 'wallet_paid', 'disbursement_undone', 'card_received', 'card_fee', 'card_refunded', 'card_refund_failed', 'dispute_opened', 'dispute_won', 'dispute_lost', 'dispute_set_off', 'opening_balance', 'line_undone'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);--> statement-breakpoint
CREATE INDEX `transfers_day` ON `transfers` (`local_date`,`id`);
--> statement-breakpoint
CREATE TRIGGER reconciliation_balances_no_update BEFORE UPDATE ON reconciliation_balances
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_balances is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_balances_no_delete BEFORE DELETE ON reconciliation_balances
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_balances is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_differences_no_update BEFORE UPDATE ON reconciliation_differences
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_differences is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_differences_no_delete BEFORE DELETE ON reconciliation_differences
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_differences is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_notes_no_update BEFORE UPDATE ON reconciliation_notes
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_notes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_notes_no_delete BEFORE DELETE ON reconciliation_notes
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_notes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER told_balances_no_update BEFORE UPDATE ON told_balances
BEGIN
  SELECT RAISE(ABORT, 'told_balances is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER told_balances_no_delete BEFORE DELETE ON told_balances
BEGIN
  SELECT RAISE(ABORT, 'told_balances is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER bank_openings_no_update BEFORE UPDATE OF id, amount_vnd, told_vnd, note, proposed_by_id, proposed_at ON bank_openings
BEGIN
  SELECT RAISE(ABORT, 'bank_openings: what was said stands');
END;
--> statement-breakpoint
CREATE TRIGGER bank_openings_no_delete BEFORE DELETE ON bank_openings
BEGIN
  SELECT RAISE(ABORT, 'bank_openings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_runs_no_update BEFORE UPDATE OF id, local_date, asked_by_id, asked_at ON reconciliation_runs
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_runs: what was said stands');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_runs_no_delete BEFORE DELETE ON reconciliation_runs
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_runs is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER reconciliation_runs_stand BEFORE UPDATE ON reconciliation_runs
WHEN NOT old.is_open
BEGIN
  SELECT RAISE(ABORT, 'reconciliation_runs: what has ended stands');
END;
--> statement-breakpoint
CREATE TRIGGER bank_openings_stand BEFORE UPDATE ON bank_openings
WHEN old.status <> 'proposed'
BEGIN
  SELECT RAISE(ABORT, 'bank_openings: what was decided stands');
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
