DROP INDEX `audit_entries_subject`;--> statement-breakpoint
CREATE INDEX `audit_entries_recent` ON `audit_entries` (`occurred_at`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor_id`,`occurred_at`) WHERE actor_kind not in ('guest', 'provider', 'system');--> statement-breakpoint
CREATE INDEX `audit_entries_staff` ON `audit_entries` (`actor_kind`,`occurred_at`) WHERE actor_kind in ('agent', 'department_officer');--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`,`occurred_at`);