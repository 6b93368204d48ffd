CREATE TABLE `phone_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`old_phone` text,
	`old_ending` text NOT NULL,
	`new_ending` text NOT NULL,
	`changed_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "phone_changes_endings" CHECK(length(old_ending) <= 3 and length(new_ending) <= 3)
);
--> statement-breakpoint
CREATE INDEX `phone_changes_user` ON `phone_changes` (`user_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `phone_changes_kept` ON `phone_changes` (`changed_at`) WHERE old_phone is not null;--> statement-breakpoint
CREATE TABLE `__new_phone_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`purpose` text DEFAULT 'entry' NOT NULL,
	`sent_count` integer DEFAULT 1 NOT NULL,
	`tried_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`made_by_id` text,
	CONSTRAINT "phone_codes_purpose" CHECK("__new_phone_codes"."purpose" in ('entry', 'consent', 'handed', 'change')),
	CONSTRAINT "phone_codes_sent_count" CHECK("__new_phone_codes"."sent_count" is null or (typeof("__new_phone_codes"."sent_count") = 'integer' and "__new_phone_codes"."sent_count" >= 1)),
	CONSTRAINT "phone_codes_tried_count" CHECK("__new_phone_codes"."tried_count" is null or (typeof("__new_phone_codes"."tried_count") = 'integer' and "__new_phone_codes"."tried_count" >= 0))
);
--> statement-breakpoint
INSERT INTO `__new_phone_codes`("id", "phone", "purpose", "sent_count", "tried_count", "created_at", "sent_at", "expires_at", "used_at", "made_by_id") SELECT "id", "phone", "purpose", "sent_count", "tried_count", "created_at", "sent_at", "expires_at", "used_at", "made_by_id" FROM `phone_codes`;--> statement-breakpoint
DROP TABLE `phone_codes`;--> statement-breakpoint
ALTER TABLE `__new_phone_codes` RENAME TO `phone_codes`;--> statement-breakpoint
CREATE INDEX `phone_codes_phone` ON `phone_codes` (`phone`,`sent_at`);--> statement-breakpoint
CREATE INDEX `phone_codes_sent` ON `phone_codes` (`sent_at`);--> statement-breakpoint
ALTER TABLE `users` ADD `seen_at` integer;
--> statement-breakpoint
-- Who was in before is not known: from now on a year is counted.
UPDATE users SET seen_at = unixepoch() * 1000 WHERE deleted_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER phone_changes_stand BEFORE UPDATE ON phone_changes
WHEN new.id <> old.id OR new.user_id <> old.user_id OR new.old_ending <> old.old_ending
  OR new.new_ending <> old.new_ending OR new.changed_at <> old.changed_at
  OR (new.old_phone IS NOT old.old_phone AND new.old_phone IS NOT NULL)
  OR (old.undone_at IS NOT NULL AND new.undone_at IS NOT old.undone_at)
BEGIN
  SELECT RAISE(ABORT, 'phone_changes: what was changed stands; a number is erased, never written anew');
END;
--> statement-breakpoint
CREATE TRIGGER phone_changes_no_delete BEFORE DELETE ON phone_changes
BEGIN
  SELECT RAISE(ABORT, 'phone_changes: what was changed stands; a number is erased, never written anew');
END;
--> statement-breakpoint
-- Each household of the person hears of it, the other members among them.
CREATE TRIGGER notice_feed_phone_change AFTER INSERT ON phone_changes
BEGIN
  INSERT INTO notice_feed(source, event_id)
  SELECT 'household', new.id || ':' || household_id FROM household_members WHERE user_id = new.user_id;
END;
