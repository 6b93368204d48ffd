CREATE TABLE `kept_payees` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`bank_bin` text NOT NULL,
	`sealed_account` text NOT NULL,
	`account_ending` text NOT NULL,
	`entered_at` integer NOT NULL,
	`held_until` integer,
	`entered_by_id` text,
	`kept_until` integer NOT NULL,
	FOREIGN KEY (`entered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kept_payees_owner` ON `kept_payees` (`owner_id`,`entered_at`);--> statement-breakpoint
CREATE INDEX `kept_payees_until` ON `kept_payees` (`kept_until`);