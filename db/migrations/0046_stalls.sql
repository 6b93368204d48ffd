CREATE TABLE `stall_takings` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`taken_on` text NOT NULL,
	`way` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`note` text NOT NULL,
	`noted_at` integer NOT NULL,
	`noted_by_id` text NOT NULL,
	`struck_at` integer,
	`struck_by_id` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`struck_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stall_takings_way" CHECK("stall_takings"."way" in ('cash', 'transfer')),
	CONSTRAINT "stall_takings_amount_vnd" CHECK("stall_takings"."amount_vnd" is null or (typeof("stall_takings"."amount_vnd") = 'integer' and "stall_takings"."amount_vnd" >= 1)),
	CONSTRAINT "stall_takings_struck" CHECK(("stall_takings"."struck_at" is null) = ("stall_takings"."struck_by_id" is null))
);
--> statement-breakpoint
CREATE INDEX `stall_takings_household` ON `stall_takings` (`household_id`,`taken_on`);