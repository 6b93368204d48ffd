-- Bank lines of several providers, what people say that unknown ones were for, and money that we send.
-- The balances' trigger names a table that is made anew.
DROP TRIGGER transfers_balance;
--> statement-breakpoint
CREATE TABLE `bank_polls` (
	`provider` text PRIMARY KEY NOT NULL,
	`cursor` text NOT NULL,
	`succeeded_at` integer,
	`failed_at` integer,
	`failure` text,
	CONSTRAINT "bank_polls_provider" CHECK("bank_polls"."provider" in ('sepay', 'payos', 'casso', 'statement'))
);
--> statement-breakpoint
CREATE TABLE `bank_transaction_sightings` (
	`id` text PRIMARY KEY NOT NULL,
	`bank_transaction_id` text NOT NULL,
	`provider` text NOT NULL,
	`provider_transaction_id` text NOT NULL,
	`raw_body` text NOT NULL,
	`content_hash` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`bank_transaction_id`) REFERENCES `bank_transactions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bank_transaction_sightings_provider" CHECK("bank_transaction_sightings"."provider" in ('sepay', 'payos', 'casso', 'statement'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_transaction_sightings_provider_id` ON `bank_transaction_sightings` (`provider`,`provider_transaction_id`);--> statement-breakpoint
CREATE INDEX `bank_transaction_sightings_line` ON `bank_transaction_sightings` (`bank_transaction_id`);--> statement-breakpoint
CREATE TABLE `allocation_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`allocation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text,
	`amount_vnd` integer NOT NULL,
	FOREIGN KEY (`allocation_id`) REFERENCES `allocations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocation_parts_amount_vnd" CHECK("allocation_parts"."amount_vnd" is null or (typeof("allocation_parts"."amount_vnd") = 'integer' and "allocation_parts"."amount_vnd" >= 1)),
	CONSTRAINT "allocation_parts_purpose" CHECK("allocation_parts"."purpose" in ('order', 'send_back', 'disbursement', 'income', 'fee', 'owner', 'known'))
);
--> statement-breakpoint
CREATE INDEX `allocation_parts_allocation` ON `allocation_parts` (`allocation_id`);--> statement-breakpoint
CREATE TABLE `allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`bank_transaction_id` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`proposed_by_id` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by_id` text,
	`decided_at` integer,
	`decision_note` text,
	FOREIGN KEY (`bank_transaction_id`) REFERENCES `bank_transactions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocations_status" CHECK("allocations"."status" in ('proposed', 'done', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `allocations_line` ON `allocations` (`bank_transaction_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `allocations_one_standing` ON `allocations` (`bank_transaction_id`) WHERE status <> 'refused';--> statement-breakpoint
CREATE INDEX `allocations_waiting` ON `allocations` (`proposed_at`) WHERE status = 'proposed';--> statement-breakpoint
CREATE TABLE `disbursement_events` (
	`id` text PRIMARY KEY NOT NULL,
	`disbursement_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`actor_id` text,
	`note` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`disbursement_id`) REFERENCES `disbursements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disbursement_events_disbursement` ON `disbursement_events` (`disbursement_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `disbursements` (
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
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bank_transaction_id`) REFERENCES `bank_transactions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disbursements_amount_vnd" CHECK("disbursements"."amount_vnd" is null or (typeof("disbursements"."amount_vnd") = 'integer' and "disbursements"."amount_vnd" >= 1)),
	CONSTRAINT "disbursements_kind" CHECK("disbursements"."kind" in ('refund')),
	CONSTRAINT "disbursements_status_word" CHECK("disbursements"."status" in ('prepared', 'approved', 'paid', 'withdrawn', 'returned')),
	CONSTRAINT "disbursements_two_people" CHECK("disbursements"."approved_by_id" is null or "disbursements"."approved_by_id" <> "disbursements"."prepared_by_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disbursements_code_unique` ON `disbursements` (`code`);--> statement-breakpoint
CREATE INDEX `disbursements_owner` ON `disbursements` (`owner_id`);--> statement-breakpoint
CREATE INDEX `disbursements_status` ON `disbursements` (`status`,`prepared_at`,`id`);--> statement-breakpoint
CREATE INDEX `disbursements_transaction` ON `disbursements` (`bank_transaction_id`);--> statement-breakpoint
CREATE TABLE `payees` (
	`owner_id` text PRIMARY KEY NOT NULL,
	`bank_bin` text NOT NULL,
	`sealed_account` text NOT NULL,
	`account_ending` text NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by_id` text,
	FOREIGN KEY (`entered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `__new_bank_transactions` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`provider_transaction_id` text NOT NULL,
	`bank_reference` text,
	`account_number` text NOT NULL,
	`direction` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`balance_vnd` integer,
	`content` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`raw_body` text NOT NULL,
	`content_hash` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`payment_id` text,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bank_transactions_amount_vnd" CHECK("__new_bank_transactions"."amount_vnd" is null or (typeof("__new_bank_transactions"."amount_vnd") = 'integer')),
	CONSTRAINT "bank_transactions_balance_vnd" CHECK("__new_bank_transactions"."balance_vnd" is null or (typeof("__new_bank_transactions"."balance_vnd") = 'integer')),
	CONSTRAINT "bank_transactions_provider" CHECK("__new_bank_transactions"."provider" in ('sepay', 'payos', 'casso', 'statement')),
	CONSTRAINT "bank_transactions_direction" CHECK("__new_bank_transactions"."direction" in ('in', 'out')),
	CONSTRAINT "bank_transactions_status_word" CHECK("__new_bank_transactions"."status" in ('matched', 'suspense', 'ignored')),
	CONSTRAINT "bank_transactions_reason" CHECK("__new_bank_transactions"."reason" in ('paid', 'partially_paid', 'overpaid', 'late_accepted', 'refund_due', 'no_reference', 'several_references', 'not_awaiting_transfer', 'allocated', 'disbursed', 'outgoing', 'disbursement_differs', 'may_be_known', 'told_twice', 'not_positive', 'other_account'))
);
--> statement-breakpoint
INSERT INTO `__new_bank_transactions`("id", "provider", "provider_transaction_id", "bank_reference", "account_number", "direction", "amount_vnd", "balance_vnd", "content", "occurred_at", "received_at", "raw_body", "content_hash", "status", "reason", "payment_id") SELECT "id", "provider", "provider_transaction_id", CASE WHEN json_valid("raw_body") THEN nullif(json_extract("raw_body", '$.referenceCode'), '') END, "account_number", "direction", "amount_vnd", NULL, "content", "occurred_at", "received_at", "raw_body", "content_hash", "status", "reason", "payment_id" FROM `bank_transactions`;--> statement-breakpoint
DROP TABLE `bank_transactions`;--> statement-breakpoint
ALTER TABLE `__new_bank_transactions` RENAME TO `bank_transactions`;--> statement-breakpoint
CREATE INDEX `bank_transactions_reference` ON `bank_transactions` (`bank_reference`);--> statement-breakpoint
CREATE INDEX `bank_transactions_occurred` ON `bank_transactions` (`occurred_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `bank_transactions_provider_id` ON `bank_transactions` (`provider`,`provider_transaction_id`);--> statement-breakpoint
CREATE INDEX `bank_transactions_status` ON `bank_transactions` (`status`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `bank_transactions_received` ON `bank_transactions` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `bank_transactions_payment` ON `bank_transactions` (`payment_id`);--> statement-breakpoint
CREATE TABLE `__new_ledger_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "ledger_accounts_kind" CHECK("__new_ledger_accounts"."kind" in ('bank', 'courier', 'household_cash', 'household_debt', 'buyer', 'refund_due', 'disbursement', 'suspense', 'outflow', 'bank_fees', 'other_income', 'owner_funds', 'household', 'commission'))
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
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'cash_kept', 'order_refund_due', 'sale_returned', 'commission_returned', 'debt_recovered', 'bank_outflow', 'receipt_allocated', 'outflow_allocated', 'disbursement_approved', 'disbursement_undone', 'line_undone'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);
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
CREATE TRIGGER bank_transaction_sightings_no_update BEFORE UPDATE ON bank_transaction_sightings
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_sightings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_sightings_no_delete BEFORE DELETE ON bank_transaction_sightings
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_sightings is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER disbursement_events_no_update BEFORE UPDATE ON disbursement_events
BEGIN
  SELECT RAISE(ABORT, 'disbursement_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER disbursement_events_no_delete BEFORE DELETE ON disbursement_events
BEGIN
  SELECT RAISE(ABORT, 'disbursement_events is append-only');
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
-- A bank transaction's evidence stands; only what we make of it (status, reason, payment) may move on.
CREATE TRIGGER bank_transactions_no_update BEFORE UPDATE OF provider, provider_transaction_id, bank_reference, account_number, direction, amount_vnd, balance_vnd, content, occurred_at, received_at, raw_body, content_hash ON bank_transactions
BEGIN
  SELECT RAISE(ABORT, 'bank_transactions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transactions_no_delete BEFORE DELETE ON bank_transactions
BEGIN
  SELECT RAISE(ABORT, 'bank_transactions is append-only');
END;
--> statement-breakpoint
-- What was agreed to be sent stands too; the sealed account may only be sealed anew.
CREATE TRIGGER disbursements_no_update BEFORE UPDATE OF code, kind, owner_id, checkout_id, amount_vnd, bank_bin, account_ending, prepared_by_id, prepared_at ON disbursements
BEGIN
  SELECT RAISE(ABORT, 'disbursements: what was prepared stands');
END;
--> statement-breakpoint
CREATE TRIGGER disbursements_no_delete BEFORE DELETE ON disbursements
BEGIN
  SELECT RAISE(ABORT, 'disbursements is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER allocations_no_update BEFORE UPDATE OF bank_transaction_id, note, proposed_by_id, proposed_at ON allocations
BEGIN
  SELECT RAISE(ABORT, 'allocations: what was proposed stands');
END;
--> statement-breakpoint
CREATE TRIGGER allocations_no_delete BEFORE DELETE ON allocations
BEGIN
  SELECT RAISE(ABORT, 'allocations is append-only');
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
CREATE TRIGGER notice_feed_money AFTER UPDATE OF reason ON bank_transactions
WHEN new.reason = 'partially_paid' AND old.reason <> new.reason
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_owed_back AFTER INSERT ON transfers
WHEN new.reason = 'excess_to_refund' OR (new.reason = 'order_refund_due' AND new.reference_kind = 'payment')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
--> statement-breakpoint
-- Money that was sent back to its buyer, or that the buyer's bank did not take.
CREATE TRIGGER notice_feed_disbursement AFTER INSERT ON disbursement_events
WHEN new.to_status IN ('paid', 'returned')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
