CREATE TABLE `listing_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`user_id` text NOT NULL,
	`answers` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "listing_drafts_version" CHECK("listing_drafts"."version" is null or (typeof("listing_drafts"."version") = 'integer' and "listing_drafts"."version" >= 1))
);
--> statement-breakpoint
CREATE INDEX `listing_drafts_household` ON `listing_drafts` (`household_id`,`touched_at`);--> statement-breakpoint
CREATE INDEX `listing_drafts_touched_at` ON `listing_drafts` (`touched_at`);