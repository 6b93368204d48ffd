CREATE TABLE `training_lesson_views` (
	`household_id` text NOT NULL,
	`lesson` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`household_id`, `lesson`),
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `training_attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`household_id` text,
	`person_name` text,
	`person_phone` text,
	`way` text NOT NULL,
	`writer_id` text,
	`written_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `training_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "training_attendances_way" CHECK("training_attendances"."way" in ('code', 'list')),
	CONSTRAINT "training_attendances_who" CHECK(("training_attendances"."household_id" is null) = ("training_attendances"."person_name" is not null) and ("training_attendances"."household_id" is null or "training_attendances"."person_phone" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `training_attendances_household` ON `training_attendances` (`household_id`,`session_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `training_attendances_phone` ON `training_attendances` (`person_phone`,`session_id`);--> statement-breakpoint
CREATE INDEX `training_attendances_session` ON `training_attendances` (`session_id`);--> statement-breakpoint
CREATE TABLE `training_events` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`reason` text,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `training_sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_events_session` ON `training_events` (`session_id`);--> statement-breakpoint
CREATE TABLE `training_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`lessons` text NOT NULL,
	`commune_code` text NOT NULL,
	`place` text NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`teacher` text NOT NULL,
	`helper_id` text,
	`seat_count` integer,
	`status` text NOT NULL,
	`status_reason` text,
	`created_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "training_sessions_status_word" CHECK("training_sessions"."status" in ('planned', 'held', 'cancelled')),
	CONSTRAINT "training_sessions_seat_count" CHECK("training_sessions"."seat_count" is null or (typeof("training_sessions"."seat_count") = 'integer' and "training_sessions"."seat_count" >= 1)),
	CONSTRAINT "training_sessions_hours" CHECK("training_sessions"."starts_at" < "training_sessions"."ends_at"),
	CONSTRAINT "training_sessions_reason" CHECK("training_sessions"."status" <> 'cancelled' or "training_sessions"."status_reason" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `training_sessions_code_unique` ON `training_sessions` (`code`);--> statement-breakpoint
CREATE INDEX `training_sessions_day` ON `training_sessions` (`held_on`,`id`);--> statement-breakpoint
CREATE INDEX `training_sessions_helper` ON `training_sessions` (`helper_id`,`held_on`);--> statement-breakpoint
CREATE TRIGGER training_sessions_no_update BEFORE UPDATE OF id, code, created_at ON training_sessions
BEGIN
  SELECT RAISE(ABORT, 'training_sessions: code and beginning stand');
END;
--> statement-breakpoint
CREATE TRIGGER training_sessions_over BEFORE UPDATE ON training_sessions
WHEN old.status <> 'planned'
BEGIN
  SELECT RAISE(ABORT, 'training_sessions: what was held or cancelled stands');
END;
--> statement-breakpoint
CREATE TRIGGER training_sessions_no_delete BEFORE DELETE ON training_sessions
BEGIN
  SELECT RAISE(ABORT, 'training_sessions: sessions are cancelled, not deleted');
END;
--> statement-breakpoint
CREATE TRIGGER training_events_no_update BEFORE UPDATE ON training_events
BEGIN
  SELECT RAISE(ABORT, 'training_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER training_events_no_delete BEFORE DELETE ON training_events
BEGIN
  SELECT RAISE(ABORT, 'training_events is append-only');
END;
--> statement-breakpoint
-- A list is written while its session is planned: what is closed stands, but for a person who becomes a household.
CREATE TRIGGER training_attendances_open BEFORE INSERT ON training_attendances
WHEN NOT new.is_sample AND (SELECT status FROM training_sessions WHERE id = new.session_id) <> 'planned'
BEGIN
  SELECT RAISE(ABORT, 'training_attendances: the list is closed');
END;
--> statement-breakpoint
CREATE TRIGGER training_attendances_no_delete BEFORE DELETE ON training_attendances
WHEN (SELECT status FROM training_sessions WHERE id = old.session_id) <> 'planned'
BEGIN
  SELECT RAISE(ABORT, 'training_attendances: the list is closed');
END;
--> statement-breakpoint
CREATE TRIGGER training_attendances_no_update BEFORE UPDATE ON training_attendances
WHEN old.household_id IS NOT NULL OR new.household_id IS NULL OR new.id <> old.id OR new.session_id <> old.session_id
  OR new.way <> old.way OR new.written_at <> old.written_at
BEGIN
  SELECT RAISE(ABORT, 'training_attendances: a person becomes a household and nothing else changes');
END;
--> statement-breakpoint
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
