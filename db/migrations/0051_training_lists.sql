PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_training_attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`household_id` text,
	`person_name` text,
	`person_phone` text,
	`way` text NOT NULL,
	`writer_id` text,
	`written_at` integer NOT NULL,
	`erased_at` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `training_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "training_attendances_way" CHECK("__new_training_attendances"."way" in ('code', 'list')),
	CONSTRAINT "training_attendances_who" CHECK(("__new_training_attendances"."household_id" is null and "__new_training_attendances"."erased_at" is null) = ("__new_training_attendances"."person_name" is not null) and ("__new_training_attendances"."person_name" is not null or "__new_training_attendances"."person_phone" is null))
);
--> statement-breakpoint
INSERT INTO `__new_training_attendances`("id", "session_id", "household_id", "person_name", "person_phone", "way", "writer_id", "written_at", "erased_at", "is_sample") SELECT "id", "session_id", "household_id", "person_name", "person_phone", "way", "writer_id", "written_at", NULL, "is_sample" FROM `training_attendances`;--> statement-breakpoint
DROP TABLE `training_attendances`;--> statement-breakpoint
ALTER TABLE `__new_training_attendances` RENAME TO `training_attendances`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `training_attendances_household` ON `training_attendances` (`household_id`,`session_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `training_attendances_phone` ON `training_attendances` (`person_phone`,`session_id`);--> statement-breakpoint
CREATE INDEX `training_attendances_session` ON `training_attendances` (`session_id`);--> statement-breakpoint
ALTER TABLE `training_sessions` ADD `planner_id` text REFERENCES users(id);--> statement-breakpoint
-- A list is written while its session is planned. What is closed stands, but for a person who becomes a household or is erased.
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
WHEN old.household_id IS NOT NULL OR old.erased_at IS NOT NULL
  OR (new.household_id IS NULL) = (new.erased_at IS NULL)
  OR new.id <> old.id OR new.session_id <> old.session_id OR new.way <> old.way OR new.written_at <> old.written_at
BEGIN
  SELECT RAISE(ABORT, 'training_attendances: a person becomes a household or is erased, and nothing else changes');
END;
--> statement-breakpoint
DROP TRIGGER training_sessions_over;--> statement-breakpoint
-- A closed list may be opened again, which changes nothing else.
CREATE TRIGGER training_sessions_over BEFORE UPDATE ON training_sessions
WHEN old.status <> 'planned' AND NOT (
  old.status = 'held' AND new.status = 'planned'
  AND new.title = old.title AND new.lessons = old.lessons AND new.commune_code = old.commune_code
  AND new.place = old.place AND new.held_on = old.held_on AND new.starts_at = old.starts_at
  AND new.ends_at = old.ends_at AND new.teacher = old.teacher AND new.helper_id IS old.helper_id
  AND new.planner_id IS old.planner_id AND new.seat_count IS old.seat_count
)
BEGIN
  SELECT RAISE(ABORT, 'training_sessions: what was held or cancelled stands');
END;
--> statement-breakpoint
DROP TRIGGER training_sessions_no_update;--> statement-breakpoint
CREATE TRIGGER training_sessions_no_update BEFORE UPDATE OF id, code, planner_id, created_at ON training_sessions
BEGIN
  SELECT RAISE(ABORT, 'training_sessions: code, planner and beginning stand');
END;
