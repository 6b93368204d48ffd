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
