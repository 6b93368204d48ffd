CREATE TABLE `commune_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`commune_code` text NOT NULL,
	`household_count` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`set_by_id` text NOT NULL,
	`set_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commune_targets_household_count" CHECK("commune_targets"."household_count" is null or (typeof("commune_targets"."household_count") = 'integer' and "commune_targets"."household_count" >= 1)),
	CONSTRAINT "commune_targets_days" CHECK("commune_targets"."starts_on" <= "commune_targets"."ends_on")
);
--> statement-breakpoint
CREATE INDEX `commune_targets_commune` ON `commune_targets` (`commune_code`,`set_at`);--> statement-breakpoint
CREATE TRIGGER commune_targets_no_update BEFORE UPDATE ON commune_targets
BEGIN
  SELECT RAISE(ABORT, 'commune_targets is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER commune_targets_no_delete BEFORE DELETE ON commune_targets
BEGIN
  SELECT RAISE(ABORT, 'commune_targets is append-only');
END;

--> statement-breakpoint
ALTER TABLE `supply_declarations` ADD `first_id` text REFERENCES supply_declarations(id);--> statement-breakpoint
CREATE INDEX `supply_declarations_produce` ON `supply_declarations` (`produce_key`,`to_on`);--> statement-breakpoint
ALTER TABLE `supply_cases` ADD `seen_at` integer;--> statement-breakpoint
-- What is older than this is no news.
UPDATE supply_cases SET seen_at = CAST(unixepoch('subsec') * 1000 AS INTEGER);--> statement-breakpoint
CREATE TABLE `__new_supply_matches` (
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
	`ended_at` integer,
	`ended_by` text,
	`ended_by_id` text,
	`end_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `supply_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`declaration_id`) REFERENCES `supply_declarations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`demand_id`) REFERENCES `supply_demands`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`matched_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supply_matches_quantity_kg" CHECK("__new_supply_matches"."quantity_kg" is null or (typeof("__new_supply_matches"."quantity_kg") = 'integer' and "__new_supply_matches"."quantity_kg" >= 1)),
	CONSTRAINT "supply_matches_sold_kg" CHECK("__new_supply_matches"."sold_kg" is null or (typeof("__new_supply_matches"."sold_kg") = 'integer' and "__new_supply_matches"."sold_kg" >= 0)),
	CONSTRAINT "supply_matches_ended_by" CHECK("__new_supply_matches"."ended_by" in ('household', 'buyer', 'suspension', 'officer')),
	CONSTRAINT "supply_matches_ended" CHECK(("__new_supply_matches"."ended_at" is null) = ("__new_supply_matches"."ended_by" is null)),
	CONSTRAINT "supply_matches_no_more" CHECK("__new_supply_matches"."sold_kg" <= "__new_supply_matches"."quantity_kg"),
	CONSTRAINT "supply_matches_result" CHECK(("__new_supply_matches"."sold_kg" is null) = ("__new_supply_matches"."result_at" is null) and ("__new_supply_matches"."sold_kg" is null) = ("__new_supply_matches"."result_by_id" is null))
);
--> statement-breakpoint
INSERT INTO `__new_supply_matches`("id", "case_id", "declaration_id", "demand_id", "quantity_kg", "matched_at", "matched_by_id", "sold_kg", "result_words", "result_at", "result_by_id", "ended_at", "ended_by", "ended_by_id", "end_reason") SELECT "id", "case_id", "declaration_id", "demand_id", "quantity_kg", "matched_at", "matched_by_id", "sold_kg", "result_words", "result_at", "result_by_id",
  CASE WHEN sold_kg IS NOT NULL THEN NULL
    WHEN (SELECT withdrawn_at FROM supply_declarations WHERE id = declaration_id) IS NOT NULL THEN (SELECT withdrawn_at FROM supply_declarations WHERE id = declaration_id)
    WHEN (SELECT closed_at FROM supply_demands WHERE id = demand_id) IS NOT NULL THEN (SELECT closed_at FROM supply_demands WHERE id = demand_id)
    WHEN (SELECT h.status FROM supply_declarations d JOIN households h ON h.id = d.household_id WHERE d.id = declaration_id) = 'suspended' THEN
      coalesce((SELECT max(e.occurred_at) FROM household_events e JOIN supply_declarations d ON d.household_id = e.household_id
        WHERE d.id = declaration_id AND e.to_status = 'suspended'), matched_at) END,
  CASE WHEN sold_kg IS NOT NULL THEN NULL
    WHEN (SELECT withdrawn_at FROM supply_declarations WHERE id = declaration_id) IS NOT NULL THEN 'household'
    WHEN (SELECT closed_at FROM supply_demands WHERE id = demand_id) IS NOT NULL THEN 'buyer'
    WHEN (SELECT h.status FROM supply_declarations d JOIN households h ON h.id = d.household_id WHERE d.id = declaration_id) = 'suspended' THEN 'suspension' END, NULL, NULL FROM `supply_matches`;--> statement-breakpoint
DROP TABLE `supply_matches`;--> statement-breakpoint
ALTER TABLE `__new_supply_matches` RENAME TO `supply_matches`;--> statement-breakpoint
CREATE INDEX `supply_matches_case` ON `supply_matches` (`case_id`);--> statement-breakpoint
CREATE INDEX `supply_matches_declaration` ON `supply_matches` (`declaration_id`);--> statement-breakpoint
CREATE INDEX `supply_matches_demand` ON `supply_matches` (`demand_id`);--> statement-breakpoint
CREATE INDEX `supply_demands_produce` ON `supply_demands` (`produce_key`,`to_on`);
--> statement-breakpoint
CREATE TRIGGER supply_matches_stand BEFORE UPDATE ON supply_matches
WHEN new.case_id <> old.case_id OR new.declaration_id <> old.declaration_id
  OR new.demand_id <> old.demand_id OR new.quantity_kg <> old.quantity_kg
  OR new.matched_at <> old.matched_at OR new.matched_by_id <> old.matched_by_id
  OR (old.ended_at IS NOT NULL AND (new.ended_at IS NOT old.ended_at OR new.ended_by IS NOT old.ended_by
    OR new.ended_by_id IS NOT old.ended_by_id OR new.end_reason IS NOT old.end_reason))
BEGIN
  SELECT RAISE(ABORT, 'supply_matches: what was matched stands');
END;
--> statement-breakpoint
CREATE TRIGGER supply_matches_no_delete BEFORE DELETE ON supply_matches
BEGIN
  SELECT RAISE(ABORT, 'supply_matches: what was matched stands');
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_supply_match AFTER INSERT ON supply_matches
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', new.id);
END;
--> statement-breakpoint
-- Its own withdrawal and its suspension a household knows of already; not what its helper took back.
CREATE TRIGGER notice_feed_supply_match_ended AFTER UPDATE OF ended_at ON supply_matches
WHEN old.ended_at IS NULL AND (new.ended_by IN ('buyer', 'officer')
  OR (new.ended_by = 'household' AND NOT EXISTS (
    SELECT 1 FROM household_members m JOIN supply_declarations d ON d.household_id = m.household_id
    WHERE d.id = new.declaration_id AND m.user_id = new.ended_by_id)))
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', 'ended:' || new.id);
END;
