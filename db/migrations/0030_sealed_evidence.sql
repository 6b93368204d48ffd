ALTER TABLE `bank_transaction_conflicts` RENAME COLUMN "raw_body" TO "sealed_body";--> statement-breakpoint
ALTER TABLE `bank_transaction_conflicts` ADD `provider` text;--> statement-breakpoint
ALTER TABLE `bank_transaction_sightings` RENAME COLUMN "raw_body" TO "sealed_body";--> statement-breakpoint
ALTER TABLE `bank_transactions` RENAME COLUMN "raw_body" TO "sealed_body";--> statement-breakpoint
ALTER TABLE `unreadable_notices` RENAME COLUMN "raw_body" TO "sealed_body";--> statement-breakpoint
ALTER TABLE `statement_rows` RENAME COLUMN "raw_text" TO "sealed_text";--> statement-breakpoint
CREATE TABLE `unreadable_outcomes` (
	`notice_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`noted_by_id` text NOT NULL,
	`noted_at` integer NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `unreadable_notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unreadable_outcomes_noted` ON `unreadable_outcomes` (`noted_at`,`notice_id`);--> statement-breakpoint
CREATE INDEX `bank_transaction_conflicts_clear` ON `bank_transaction_conflicts` (`id`) WHERE substr(sealed_body, 1, 3) <> 's1.';--> statement-breakpoint
CREATE INDEX `bank_transaction_sightings_clear` ON `bank_transaction_sightings` (`id`) WHERE substr(sealed_body, 1, 3) <> 's1.';--> statement-breakpoint
CREATE INDEX `bank_transactions_clear` ON `bank_transactions` (`id`) WHERE substr(sealed_body, 1, 3) <> 's1.';--> statement-breakpoint
CREATE INDEX `unreadable_notices_received` ON `unreadable_notices` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `unreadable_notices_clear` ON `unreadable_notices` (`id`) WHERE substr(sealed_body, 1, 3) <> 's1.';--> statement-breakpoint
CREATE INDEX `statement_rows_clear` ON `statement_rows` (`import_id`,`line_number`) WHERE substr(sealed_text, 1, 3) <> 's1.';
--> statement-breakpoint
-- Evidence stands as before, but for its seal, which is made anew under another key.
DROP TRIGGER bank_transactions_no_update;
--> statement-breakpoint
CREATE TRIGGER bank_transactions_no_update BEFORE UPDATE OF id, provider, provider_transaction_id, bank_reference, account_number, direction, amount_vnd, balance_vnd, content, occurred_at, received_at, content_hash ON bank_transactions
BEGIN
  SELECT RAISE(ABORT, 'bank_transactions is append-only');
END;
--> statement-breakpoint
DROP TRIGGER bank_transaction_conflicts_no_update;
--> statement-breakpoint
UPDATE bank_transaction_conflicts SET provider = (SELECT provider FROM bank_transactions WHERE id = bank_transaction_id)
WHERE NOT EXISTS (SELECT 1 FROM bank_transaction_sightings s WHERE s.bank_transaction_id = bank_transaction_conflicts.bank_transaction_id);
--> statement-breakpoint
CREATE TRIGGER bank_transaction_conflicts_no_update BEFORE UPDATE OF id, bank_transaction_id, provider, content_hash, received_at ON bank_transaction_conflicts
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_conflicts is append-only');
END;
--> statement-breakpoint
DROP TRIGGER bank_transaction_sightings_no_update;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_sightings_no_update BEFORE UPDATE OF id, bank_transaction_id, provider, provider_transaction_id, content_hash, received_at ON bank_transaction_sightings
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_sightings is append-only');
END;
--> statement-breakpoint
DROP TRIGGER unreadable_notices_no_update;
--> statement-breakpoint
CREATE TRIGGER unreadable_notices_no_update BEFORE UPDATE OF id, provider, received_at ON unreadable_notices
BEGIN
  SELECT RAISE(ABORT, 'unreadable_notices is append-only');
END;
--> statement-breakpoint
-- Its hash was without a key while the body was in clear.
CREATE TRIGGER unreadable_notices_hash BEFORE UPDATE OF content_hash ON unreadable_notices
WHEN substr(old.sealed_body, 1, 3) = 's1.'
BEGIN
  SELECT RAISE(ABORT, 'unreadable_notices is append-only');
END;
--> statement-breakpoint
DROP TRIGGER statement_rows_no_update;
--> statement-breakpoint
CREATE TRIGGER statement_rows_no_update BEFORE UPDATE OF import_id, line_number, kind, error_code, error_column, position, batch, occurred_at, direction, amount_vnd, balance_vnd, gap_vnd, content, bank_reference, facts_key, reference_key ON statement_rows
BEGIN
  SELECT RAISE(ABORT, 'statement_rows: what the file says stands');
END;
--> statement-breakpoint
-- Only seals come in from now on; what lies in clear the server seals when it begins.
CREATE TRIGGER bank_transactions_seal BEFORE INSERT ON bank_transactions
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'bank_transactions: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transactions_reseal BEFORE UPDATE OF sealed_body ON bank_transactions
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'bank_transactions: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_conflicts_seal BEFORE INSERT ON bank_transaction_conflicts
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_conflicts: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_conflicts_reseal BEFORE UPDATE OF sealed_body ON bank_transaction_conflicts
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_conflicts: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_sightings_seal BEFORE INSERT ON bank_transaction_sightings
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_sightings: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER bank_transaction_sightings_reseal BEFORE UPDATE OF sealed_body ON bank_transaction_sightings
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'bank_transaction_sightings: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER unreadable_notices_seal BEFORE INSERT ON unreadable_notices
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'unreadable_notices: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER unreadable_notices_reseal BEFORE UPDATE OF sealed_body ON unreadable_notices
WHEN substr(new.sealed_body, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'unreadable_notices: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER statement_rows_seal BEFORE INSERT ON statement_rows
WHEN substr(new.sealed_text, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'statement_rows: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER statement_rows_reseal BEFORE UPDATE OF sealed_text ON statement_rows
WHEN substr(new.sealed_text, 1, 3) <> 's1.'
BEGIN
  SELECT RAISE(ABORT, 'statement_rows: to be sealed');
END;
--> statement-breakpoint
CREATE TRIGGER unreadable_outcomes_no_update BEFORE UPDATE ON unreadable_outcomes
BEGIN
  SELECT RAISE(ABORT, 'unreadable_outcomes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER unreadable_outcomes_no_delete BEFORE DELETE ON unreadable_outcomes
BEGIN
  SELECT RAISE(ABORT, 'unreadable_outcomes is append-only');
END;
