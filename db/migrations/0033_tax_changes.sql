ALTER TABLE `tax_rules` ADD `agreed_by_id` text REFERENCES users(id) CHECK (agreed_by_id is null or agreed_by_id <> entered_by_id);--> statement-breakpoint
ALTER TABLE `tax_rules` ADD `agreed_at` integer;--> statement-breakpoint
ALTER TABLE `tax_rules` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `tax_thresholds` ADD `agreed_by_id` text REFERENCES users(id) CHECK (agreed_by_id is null or agreed_by_id <> entered_by_id);--> statement-breakpoint
ALTER TABLE `tax_thresholds` ADD `agreed_at` integer;--> statement-breakpoint
ALTER TABLE `tax_thresholds` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `withholding_switches` ADD `withdrawn_at` integer;
--> statement-breakpoint
DROP TRIGGER tax_rules_no_update;
--> statement-breakpoint
DROP TRIGGER tax_thresholds_no_update;
--> statement-breakpoint
DROP TRIGGER withholding_switches_no_update;
--> statement-breakpoint
-- What is there already stands: it came with the program, or one officer entered it while that was enough.
UPDATE tax_rules SET agreed_at = entered_at;
--> statement-breakpoint
UPDATE tax_thresholds SET agreed_at = entered_at;
--> statement-breakpoint
CREATE TRIGGER tax_rules_no_update BEFORE UPDATE ON tax_rules
WHEN old.withdrawn_at IS NOT NULL
  OR (old.agreed_at IS NOT NULL AND (new.agreed_at IS NOT old.agreed_at OR new.agreed_by_id IS NOT old.agreed_by_id))
  OR new.id IS NOT old.id OR new.effective_on IS NOT old.effective_on OR new.tax_class IS NOT old.tax_class OR new.vat_bps IS NOT old.vat_bps OR new.pit_bps IS NOT old.pit_bps OR new.legal_basis IS NOT old.legal_basis OR new.entered_by_id IS NOT old.entered_by_id OR new.entered_at IS NOT old.entered_at
BEGIN
  SELECT RAISE(ABORT, 'tax_rules: what was proposed and agreed to stands');
END;
--> statement-breakpoint
CREATE TRIGGER tax_thresholds_no_update BEFORE UPDATE ON tax_thresholds
WHEN old.withdrawn_at IS NOT NULL
  OR (old.agreed_at IS NOT NULL AND (new.agreed_at IS NOT old.agreed_at OR new.agreed_by_id IS NOT old.agreed_by_id))
  OR new.id IS NOT old.id OR new.effective_on IS NOT old.effective_on OR new.threshold_vnd IS NOT old.threshold_vnd OR new.legal_basis IS NOT old.legal_basis OR new.entered_by_id IS NOT old.entered_by_id OR new.entered_at IS NOT old.entered_at
BEGIN
  SELECT RAISE(ABORT, 'tax_thresholds: what was proposed and agreed to stands');
END;
--> statement-breakpoint
CREATE TRIGGER withholding_switches_no_update BEFORE UPDATE ON withholding_switches
WHEN old.withdrawn_at IS NOT NULL
  OR (old.agreed_at IS NOT NULL AND (new.agreed_at IS NOT old.agreed_at OR new.agreed_by_id IS NOT old.agreed_by_id))
  OR new.id IS NOT old.id OR new.effective_on IS NOT old.effective_on OR new.is_on IS NOT old.is_on OR new.note IS NOT old.note OR new.proposed_by_id IS NOT old.proposed_by_id OR new.proposed_at IS NOT old.proposed_at
BEGIN
  SELECT RAISE(ABORT, 'withholding_switches: what was proposed and agreed to stands');
END;
