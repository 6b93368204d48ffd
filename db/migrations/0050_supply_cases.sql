CREATE TABLE `__new_supply_demands` (
	`id` text PRIMARY KEY NOT NULL,
	`buyer_name` text NOT NULL,
	`contact` text NOT NULL,
	`produce_name` text NOT NULL,
	`produce_key` text NOT NULL,
	`quantity_kg` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`note` text NOT NULL,
	`noted_at` integer NOT NULL,
	`noted_by_id` text,
	`confirmed_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`noted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_demands_quantity_kg" CHECK("__new_supply_demands"."quantity_kg" is null or (typeof("__new_supply_demands"."quantity_kg") = 'integer' and "__new_supply_demands"."quantity_kg" >= 1)),
	CONSTRAINT "supply_demands_order" CHECK("__new_supply_demands"."from_on" <= "__new_supply_demands"."to_on")
);
--> statement-breakpoint
INSERT INTO `__new_supply_demands`("id", "buyer_name", "contact", "produce_name", "produce_key", "quantity_kg", "from_on", "to_on", "note", "noted_at", "noted_by_id", "confirmed_at", "closed_at") SELECT "id", "buyer_name", "contact", "produce_name", "produce_key", "quantity_kg", "from_on", "to_on", "note", "noted_at", "noted_by_id", "noted_at", "closed_at" FROM `supply_demands`;--> statement-breakpoint
DROP TABLE `supply_demands`;--> statement-breakpoint
ALTER TABLE `__new_supply_demands` RENAME TO `supply_demands`;--> statement-breakpoint
CREATE INDEX `supply_demands_days` ON `supply_demands` (`to_on`,`from_on`);--> statement-breakpoint
CREATE TABLE `supply_case_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`step` text NOT NULL,
	`words` text NOT NULL,
	`handler_id` text,
	`actor_id` text NOT NULL,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `supply_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_case_steps_step" CHECK("supply_case_steps"."step" in ('opened', 'noted', 'handed_over', 'closed'))
);
--> statement-breakpoint
CREATE INDEX `supply_case_steps_case` ON `supply_case_steps` (`case_id`);--> statement-breakpoint
CREATE TABLE `supply_cases` (
	`id` text PRIMARY KEY NOT NULL,
	`produce_name` text NOT NULL,
	`produce_key` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`over_kg` integer NOT NULL,
	`handler_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`outcome` text,
	`closed_at` integer,
	FOREIGN KEY (`handler_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_cases_outcome" CHECK("supply_cases"."outcome" in ('placed', 'partly', 'unsold', 'no_glut')),
	CONSTRAINT "supply_cases_over_kg" CHECK("supply_cases"."over_kg" is null or (typeof("supply_cases"."over_kg") = 'integer' and "supply_cases"."over_kg" >= 0)),
	CONSTRAINT "supply_cases_order" CHECK("supply_cases"."from_on" <= "supply_cases"."to_on"),
	CONSTRAINT "supply_cases_ended" CHECK(("supply_cases"."outcome" is null) = ("supply_cases"."closed_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supply_cases_open` ON `supply_cases` (`produce_key`) WHERE "supply_cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `supply_cases_closed` ON `supply_cases` (`closed_at`);--> statement-breakpoint
CREATE TABLE `supply_matches` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`declaration_id` text NOT NULL,
	`demand_id` text NOT NULL,
	`quantity_kg` integer NOT NULL,
	`matched_at` integer NOT NULL,
	`matched_by_id` text NOT NULL,
	`sold_kg` integer,
	`result_words` text,
	`result_at` integer,
	`result_by_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `supply_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declaration_id`) REFERENCES `supply_declarations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`demand_id`) REFERENCES `supply_demands`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matched_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_matches_quantity_kg" CHECK("supply_matches"."quantity_kg" is null or (typeof("supply_matches"."quantity_kg") = 'integer' and "supply_matches"."quantity_kg" >= 1)),
	CONSTRAINT "supply_matches_sold_kg" CHECK("supply_matches"."sold_kg" is null or (typeof("supply_matches"."sold_kg") = 'integer' and "supply_matches"."sold_kg" >= 0)),
	CONSTRAINT "supply_matches_no_more" CHECK("supply_matches"."sold_kg" <= "supply_matches"."quantity_kg"),
	CONSTRAINT "supply_matches_result" CHECK(("supply_matches"."sold_kg" is null) = ("supply_matches"."result_at" is null) and ("supply_matches"."sold_kg" is null) = ("supply_matches"."result_by_id" is null))
);
--> statement-breakpoint
CREATE INDEX `supply_matches_case` ON `supply_matches` (`case_id`);--> statement-breakpoint
CREATE INDEX `supply_matches_declaration` ON `supply_matches` (`declaration_id`);--> statement-breakpoint
CREATE INDEX `supply_matches_demand` ON `supply_matches` (`demand_id`);
--> statement-breakpoint
CREATE TRIGGER supply_case_steps_no_update BEFORE UPDATE ON supply_case_steps
BEGIN
  SELECT RAISE(ABORT, 'supply_case_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER supply_case_steps_no_delete BEFORE DELETE ON supply_case_steps
BEGIN
  SELECT RAISE(ABORT, 'supply_case_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER supply_matches_stand BEFORE UPDATE ON supply_matches
WHEN new.case_id <> old.case_id OR new.declaration_id <> old.declaration_id
  OR new.demand_id <> old.demand_id OR new.quantity_kg <> old.quantity_kg
  OR new.matched_at <> old.matched_at OR new.matched_by_id <> old.matched_by_id
BEGIN
  SELECT RAISE(ABORT, 'supply_matches: what was matched stands');
END;
--> statement-breakpoint
CREATE TRIGGER supply_matches_no_delete BEFORE DELETE ON supply_matches
BEGIN
  SELECT RAISE(ABORT, 'supply_matches: what was matched stands');
END;
--> statement-breakpoint
-- A household hears of its buyer under its own source, as of what was decided about its papers.
CREATE TRIGGER notice_feed_supply_match AFTER INSERT ON supply_matches
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', new.id);
END;
