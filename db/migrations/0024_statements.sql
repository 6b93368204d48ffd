CREATE TABLE `statement_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`byte_count` integer NOT NULL,
	`delimiter` text NOT NULL,
	`header_line` integer NOT NULL,
	`header_hash` text NOT NULL,
	`mapping` text NOT NULL,
	`account_number` text,
	`uploaded_by_id` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`mapped_by_id` text,
	`mapped_at` integer,
	`rows_read_at` integer,
	`checked_at` integer,
	`opening_balance_vnd` integer,
	`closing_balance_vnd` integer,
	`confirmed_by_id` text,
	`confirmed_at` integer,
	`without_errors` integer DEFAULT false NOT NULL,
	`matched_vnd` integer DEFAULT 0 NOT NULL,
	`imported_at` integer,
	`posted_count` integer DEFAULT 0 NOT NULL,
	`posted_vnd` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`uploaded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mapped_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statement_imports_status" CHECK("statement_imports"."status" in ('uploaded', 'checking', 'checked', 'importing', 'imported')),
	CONSTRAINT "statement_imports_opening_balance_vnd" CHECK("statement_imports"."opening_balance_vnd" is null or (typeof("statement_imports"."opening_balance_vnd") = 'integer')),
	CONSTRAINT "statement_imports_closing_balance_vnd" CHECK("statement_imports"."closing_balance_vnd" is null or (typeof("statement_imports"."closing_balance_vnd") = 'integer')),
	CONSTRAINT "statement_imports_matched_vnd" CHECK("statement_imports"."matched_vnd" is null or (typeof("statement_imports"."matched_vnd") = 'integer' and "statement_imports"."matched_vnd" >= 0)),
	CONSTRAINT "statement_imports_posted_vnd" CHECK("statement_imports"."posted_vnd" is null or (typeof("statement_imports"."posted_vnd") = 'integer' and "statement_imports"."posted_vnd" >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_imports_sha256` ON `statement_imports` (`sha256`);--> statement-breakpoint
CREATE INDEX `statement_imports_header` ON `statement_imports` (`header_hash`,`mapped_at`);--> statement-breakpoint
CREATE INDEX `statement_imports_uploaded` ON `statement_imports` (`uploaded_at`,`id`);--> statement-breakpoint
CREATE INDEX `statement_imports_confirmed` ON `statement_imports` (`confirmed_by_id`,`confirmed_at`);--> statement-breakpoint
CREATE INDEX `statement_imports_at_work` ON `statement_imports` (`uploaded_at`) WHERE status in ('checking', 'importing');--> statement-breakpoint
CREATE TABLE `statement_rows` (
	`import_id` text NOT NULL,
	`line_number` integer NOT NULL,
	`kind` text NOT NULL,
	`raw_text` text NOT NULL,
	`error_code` text,
	`error_column` text,
	`position` integer,
	`batch` integer,
	`occurred_at` integer,
	`direction` text,
	`amount_vnd` integer,
	`balance_vnd` integer,
	`gap_vnd` integer,
	`content` text,
	`bank_reference` text,
	`facts_key` text,
	`reference_key` text,
	`expected` text,
	`expected_code` text,
	`found` text,
	`bank_transaction_id` text,
	PRIMARY KEY(`import_id`, `line_number`),
	FOREIGN KEY (`import_id`) REFERENCES `statement_imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bank_transaction_id`) REFERENCES `bank_transactions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statement_rows_kind" CHECK("statement_rows"."kind" in ('line', 'error', 'skipped')),
	CONSTRAINT "statement_rows_amount_vnd" CHECK("statement_rows"."amount_vnd" is null or (typeof("statement_rows"."amount_vnd") = 'integer' and "statement_rows"."amount_vnd" >= 0)),
	CONSTRAINT "statement_rows_balance_vnd" CHECK("statement_rows"."balance_vnd" is null or (typeof("statement_rows"."balance_vnd") = 'integer')),
	CONSTRAINT "statement_rows_gap_vnd" CHECK("statement_rows"."gap_vnd" is null or (typeof("statement_rows"."gap_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE INDEX `statement_rows_position` ON `statement_rows` (`import_id`,`position`);--> statement-breakpoint
CREATE INDEX `statement_rows_batch` ON `statement_rows` (`import_id`,`batch`);--> statement-breakpoint
CREATE INDEX `statement_rows_facts` ON `statement_rows` (`facts_key`);--> statement-breakpoint
CREATE INDEX `statement_rows_reference` ON `statement_rows` (`reference_key`);--> statement-breakpoint
CREATE INDEX `statement_rows_transaction` ON `statement_rows` (`bank_transaction_id`);--> statement-breakpoint
CREATE TABLE `transfer_claims` (
	`id` text PRIMARY KEY NOT NULL,
	`checkout_id` text NOT NULL,
	`status` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`transferred_at` integer NOT NULL,
	`bank_reference` text NOT NULL,
	`photo` text,
	`sent_at` integer NOT NULL,
	`answer` text,
	`answered_by_id` text,
	`answered_at` integer,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfer_claims_status" CHECK("transfer_claims"."status" in ('open', 'found', 'not_found', 'closed')),
	CONSTRAINT "transfer_claims_amount_vnd" CHECK("transfer_claims"."amount_vnd" is null or (typeof("transfer_claims"."amount_vnd") = 'integer' and "transfer_claims"."amount_vnd" >= 1))
);
--> statement-breakpoint
CREATE INDEX `transfer_claims_checkout` ON `transfer_claims` (`checkout_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `transfer_claims_sent` ON `transfer_claims` (`sent_at`,`id`);--> statement-breakpoint
CREATE INDEX `transfer_claims_open` ON `transfer_claims` (`sent_at`) WHERE status = 'open';
--> statement-breakpoint
-- What a row of a bank's file says stands; only what we make of it moves on. Rows go with a file that nobody confirmed.
CREATE TRIGGER statement_rows_no_update BEFORE UPDATE OF import_id, line_number, kind, raw_text, error_code, error_column, position, batch, occurred_at, direction, amount_vnd, balance_vnd, gap_vnd, content, bank_reference, facts_key, reference_key ON statement_rows
BEGIN
  SELECT RAISE(ABORT, 'statement_rows: what the file says stands');
END;
--> statement-breakpoint
CREATE TRIGGER statement_rows_no_delete BEFORE DELETE ON statement_rows
WHEN (SELECT confirmed_at FROM statement_imports WHERE id = old.import_id) IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'statement_rows of a confirmed file stay');
END;
--> statement-breakpoint
CREATE TRIGGER statement_imports_no_update BEFORE UPDATE OF sha256, file_name, byte_count, delimiter, header_line, header_hash, uploaded_by_id, uploaded_at ON statement_imports
BEGIN
  SELECT RAISE(ABORT, 'statement_imports: what was brought in stands');
END;
--> statement-breakpoint
-- Whose yes it was stands too, and to what.
CREATE TRIGGER statement_imports_confirmed BEFORE UPDATE OF mapping, account_number, mapped_by_id, mapped_at, confirmed_by_id, confirmed_at, without_errors, matched_vnd ON statement_imports
WHEN old.confirmed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'statement_imports: what was confirmed stands');
END;
--> statement-breakpoint
CREATE TRIGGER statement_imports_no_delete BEFORE DELETE ON statement_imports
WHEN old.confirmed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'statement_imports: a confirmed file stays');
END;
