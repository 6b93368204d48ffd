CREATE TABLE `entry_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`user_id` text NOT NULL,
	`made_by_id` text NOT NULL,
	`recognised_by` text,
	`recognition` text,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`refused_at` integer,
	`refused_by` text,
	`refused_by_id` text,
	`refuse_reason` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refused_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_codes_recognised_by" CHECK("entry_codes"."recognised_by" in ('in_person', 'called_back', 'committee')),
	CONSTRAINT "entry_codes_refused_by" CHECK("entry_codes"."refused_by" in ('household', 'call')),
	CONSTRAINT "entry_codes_recognised" CHECK((recognised_by is null) = (recognition is null)),
	CONSTRAINT "entry_codes_refused" CHECK((refused_at is null) = (refused_by is null))
);
--> statement-breakpoint
CREATE INDEX `entry_codes_household` ON `entry_codes` (`household_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `entry_codes_user` ON `entry_codes` (`user_id`,`used_at`);--> statement-breakpoint
CREATE INDEX `entry_codes_maker` ON `entry_codes` (`made_by_id`,`made_at`);--> statement-breakpoint
ALTER TABLE `payees` ADD `held_until` integer;
--> statement-breakpoint
CREATE TRIGGER entry_codes_stand BEFORE UPDATE ON entry_codes
WHEN new.id <> old.id OR new.household_id <> old.household_id OR new.user_id <> old.user_id
  OR new.made_by_id <> old.made_by_id OR new.recognised_by IS NOT old.recognised_by
  OR new.recognition IS NOT old.recognition OR new.made_at <> old.made_at OR new.expires_at <> old.expires_at
  OR (old.used_at IS NOT NULL AND new.used_at IS NOT old.used_at)
  OR (old.refused_at IS NOT NULL AND (new.refused_at IS NOT old.refused_at OR new.refused_by IS NOT old.refused_by
    OR new.refused_by_id IS NOT old.refused_by_id OR new.refuse_reason IS NOT old.refuse_reason))
BEGIN
  SELECT RAISE(ABORT, 'entry_codes: who handed what to whom stands');
END;
--> statement-breakpoint
CREATE TRIGGER entry_codes_no_delete BEFORE DELETE ON entry_codes
BEGIN
  SELECT RAISE(ABORT, 'entry_codes: who handed what to whom stands');
END;
--> statement-breakpoint
-- A helper hands one over where no message comes in, and before anything is sold.
CREATE TRIGGER notice_feed_entry_code AFTER INSERT ON entry_codes
WHEN new.recognised_by IS NOT NULL
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_entry_code_used AFTER UPDATE OF used_at ON entry_codes
WHEN old.used_at IS NULL AND new.used_at IS NOT NULL AND new.recognised_by IS NOT NULL
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', 'used:' || new.id);
END;

--> statement-breakpoint
CREATE TABLE `registered_sheets` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`household_id` text NOT NULL,
	`delegation_id` text,
	`photo_hash` text,
	`registered_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegation_id`) REFERENCES `delegations`(`id`) ON UPDATE no action ON DELETE no action
);
