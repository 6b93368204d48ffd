CREATE TABLE `officer_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text,
	`phone` text,
	`full_name` text,
	`reason` text NOT NULL,
	`password_hash` text,
	`asked_by_id` text,
	`asked_at` integer NOT NULL,
	`agreed_by_id` text,
	`agreed_at` integer,
	`used_at` integer,
	`ended_by_id` text,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "officer_grants_kind" CHECK("officer_grants"."kind" in ('open', 'renew')),
	CONSTRAINT "officer_grants_two_people" CHECK(agreed_by_id is null or agreed_by_id <> asked_by_id),
	CONSTRAINT "officer_grants_not_oneself" CHECK(agreed_by_id is null or agreed_by_id <> user_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `officer_grants_open_user` ON `officer_grants` (`user_id`) WHERE user_id is not null and used_at is null and ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `officer_grants_open_phone` ON `officer_grants` (`phone`) WHERE phone is not null and used_at is null and ended_at is null;--> statement-breakpoint
CREATE INDEX `officer_grants_user` ON `officer_grants` (`user_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `officer_grants_asked` ON `officer_grants` (`asked_at`);--> statement-breakpoint
CREATE TABLE `second_steps` (
	`user_id` text PRIMARY KEY NOT NULL,
	`sealed_secret` text NOT NULL,
	`last_step` integer NOT NULL,
	`recovery_marks` text NOT NULL,
	`set_up_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "second_steps_last_step" CHECK("second_steps"."last_step" is null or (typeof("second_steps"."last_step") = 'integer' and "second_steps"."last_step" >= 0))
);
--> statement-breakpoint
DROP INDEX `audit_entries_subject`;--> statement-breakpoint
CREATE INDEX `audit_entries_recent` ON `audit_entries` (`occurred_at`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor_id`,`occurred_at`) WHERE actor_kind not in ('guest', 'provider', 'system');--> statement-breakpoint
CREATE INDEX `audit_entries_staff` ON `audit_entries` (`actor_kind`,`occurred_at`) WHERE actor_kind in ('agent', 'department_officer');--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`,`occurred_at`);--> statement-breakpoint
-- Whoever is signed in as an officer comes in anew, by the second step.
DELETE FROM `sessions` WHERE `user_id` IN (SELECT `id` FROM `users` WHERE `role` = 'department_officer');
