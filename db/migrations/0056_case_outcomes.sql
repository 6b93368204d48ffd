CREATE TABLE `__new_supply_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`produce_name` text NOT NULL,
	`produce_key` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`over_kg` integer NOT NULL,
	`handler_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`seen_at` integer,
	`outcome` text,
	`closed_at` integer,
	FOREIGN KEY (`handler_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_cases_outcome" CHECK("__new_supply_cases"."outcome" in ('placed', 'partly', 'sold_otherwise', 'unsold', 'no_glut')),
	CONSTRAINT "supply_cases_over_kg" CHECK("__new_supply_cases"."over_kg" is null or (typeof("__new_supply_cases"."over_kg") = 'integer' and "__new_supply_cases"."over_kg" >= 0)),
	CONSTRAINT "supply_cases_order" CHECK("__new_supply_cases"."from_on" <= "__new_supply_cases"."to_on"),
	CONSTRAINT "supply_cases_ended" CHECK(("__new_supply_cases"."outcome" is null) = ("__new_supply_cases"."closed_at" is null))
);
--> statement-breakpoint
INSERT INTO `__new_supply_cases`("id", "produce_name", "produce_key", "from_on", "to_on", "over_kg", "handler_id", "opened_at", "seen_at", "outcome", "closed_at") SELECT "id", "produce_name", "produce_key", "from_on", "to_on", "over_kg", "handler_id", "opened_at", "seen_at", "outcome", "closed_at" FROM `supply_cases`;--> statement-breakpoint
DROP TABLE `supply_cases`;--> statement-breakpoint
ALTER TABLE `__new_supply_cases` RENAME TO `supply_cases`;--> statement-breakpoint
CREATE UNIQUE INDEX `supply_cases_open` ON `supply_cases` (`produce_key`) WHERE "supply_cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `supply_cases_closed` ON `supply_cases` (`closed_at`);