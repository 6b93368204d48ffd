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
