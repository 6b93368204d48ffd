ALTER TABLE `voucher_programmes` ADD `agreed_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `voucher_programmes` ADD `agreed_at` integer;--> statement-breakpoint
-- What there is was decided by one officer, as the rule was.
UPDATE `voucher_programmes` SET `agreed_at` = `created_at`;
--> statement-breakpoint
CREATE TRIGGER voucher_programmes_by_two BEFORE UPDATE OF agreed_by_id, agreed_at ON voucher_programmes
WHEN old.agreed_at IS NOT NULL OR new.agreed_by_id IS NULL OR new.agreed_by_id = old.created_by_id
BEGIN
  SELECT RAISE(ABORT, 'voucher_programmes: another officer agrees, once');
END;
--> statement-breakpoint
CREATE TRIGGER voucher_programmes_used_when_agreed BEFORE UPDATE OF used_count ON voucher_programmes
WHEN old.agreed_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'voucher_programmes: nobody uses what nobody has agreed to');
END;
--> statement-breakpoint
DROP TRIGGER voucher_programmes_no_delete;
--> statement-breakpoint
CREATE TRIGGER voucher_programmes_no_delete BEFORE DELETE ON voucher_programmes
WHEN old.agreed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'voucher_programmes: what was agreed to stands');
END;
