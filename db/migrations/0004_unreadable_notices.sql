CREATE TABLE `unreadable_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`raw_body` text NOT NULL,
	`content_hash` text NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unreadable_notices_content_hash_unique` ON `unreadable_notices` (`content_hash`);
--> statement-breakpoint
CREATE TRIGGER unreadable_notices_no_update BEFORE UPDATE ON unreadable_notices
BEGIN
  SELECT RAISE(ABORT, 'unreadable_notices is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER unreadable_notices_no_delete BEFORE DELETE ON unreadable_notices
BEGIN
  SELECT RAISE(ABORT, 'unreadable_notices is append-only');
END;
