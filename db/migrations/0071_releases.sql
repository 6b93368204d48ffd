CREATE TABLE `release_outcomes` (
	`step_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`cause` text,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`step_id`) REFERENCES `release_steps`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_outcomes_outcome" CHECK("release_outcomes"."outcome" in ('published', 'missed', 'failed'))
);
--> statement-breakpoint
CREATE TABLE `release_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`step` integer NOT NULL,
	`after_edition` integer NOT NULL,
	`due_at` integer,
	`reason` text NOT NULL,
	`made_by_id` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_steps_step" CHECK("release_steps"."step" is null or (typeof("release_steps"."step") = 'integer' and "release_steps"."step" >= 1)),
	CONSTRAINT "release_steps_after_edition" CHECK("release_steps"."after_edition" is null or (typeof("release_steps"."after_edition") = 'integer' and "release_steps"."after_edition" >= 0)),
	CONSTRAINT "release_steps_due_at" CHECK("release_steps"."due_at" is null or (typeof("release_steps"."due_at") = 'integer' and "release_steps"."due_at" >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `release_steps_month` ON `release_steps` (`month`,`step`);
--> statement-breakpoint
CREATE TRIGGER release_steps_no_update BEFORE UPDATE ON release_steps
BEGIN
  SELECT RAISE(ABORT, 'release_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER release_steps_no_delete BEFORE DELETE ON release_steps
BEGIN
  SELECT RAISE(ABORT, 'release_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER release_outcomes_no_update BEFORE UPDATE ON release_outcomes
BEGIN
  SELECT RAISE(ABORT, 'release_outcomes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER release_outcomes_no_delete BEFORE DELETE ON release_outcomes
BEGIN
  SELECT RAISE(ABORT, 'release_outcomes is append-only');
END;
