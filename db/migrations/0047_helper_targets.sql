CREATE TABLE `helper_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`household_count` integer NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`set_by_id` text NOT NULL,
	`set_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "helper_targets_household_count" CHECK("helper_targets"."household_count" is null or (typeof("helper_targets"."household_count") = 'integer' and "helper_targets"."household_count" >= 1)),
	CONSTRAINT "helper_targets_days" CHECK("helper_targets"."starts_on" <= "helper_targets"."ends_on")
);
--> statement-breakpoint
CREATE INDEX `helper_targets_agent` ON `helper_targets` (`agent_id`,`id`);--> statement-breakpoint
CREATE TRIGGER helper_targets_no_update BEFORE UPDATE ON helper_targets
BEGIN
  SELECT RAISE(ABORT, 'helper_targets is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER helper_targets_no_delete BEFORE DELETE ON helper_targets
BEGIN
  SELECT RAISE(ABORT, 'helper_targets is append-only');
END;
