CREATE TABLE `kept_contents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`household_id` text NOT NULL,
	`title` text NOT NULL,
	`content` text NOT NULL,
	`photos` text NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by_id` text NOT NULL,
	`term_id` text NOT NULL,
	`keep_until` integer NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `duty_terms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "kept_contents_kind" CHECK("kept_contents"."kind" in ('product', 'post')),
	CONSTRAINT "kept_contents_order" CHECK("kept_contents"."keep_until" > "kept_contents"."taken_at")
);
--> statement-breakpoint
CREATE INDEX `kept_contents_subject` ON `kept_contents` (`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `kept_contents_household` ON `kept_contents` (`household_id`,`taken_at`);--> statement-breakpoint
CREATE INDEX `kept_contents_taken` ON `kept_contents` (`taken_at`);--> statement-breakpoint
CREATE INDEX `kept_contents_until` ON `kept_contents` (`keep_until`);
--> statement-breakpoint
CREATE TRIGGER kept_contents_no_update BEFORE UPDATE ON kept_contents
BEGIN
  SELECT RAISE(ABORT, 'what was taken down stands as it was');
END;
