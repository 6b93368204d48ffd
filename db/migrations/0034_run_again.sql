DROP INDEX `reconciliation_runs_daily`;--> statement-breakpoint
ALTER TABLE `reconciliation_runs` ADD `renewed_at` integer;--> statement-breakpoint
CREATE INDEX `reconciliation_runs_daily` ON `reconciliation_runs` (`local_date`) WHERE asked_by_id is null;