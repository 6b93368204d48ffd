ALTER TABLE `phone_changes` ADD `new_phone` text;
--> statement-breakpoint
DROP TRIGGER phone_changes_stand;
--> statement-breakpoint
CREATE TRIGGER phone_changes_stand BEFORE UPDATE ON phone_changes
WHEN new.id <> old.id OR new.user_id <> old.user_id OR new.old_ending <> old.old_ending
  OR new.new_ending <> old.new_ending OR new.changed_at <> old.changed_at
  OR (new.old_phone IS NOT old.old_phone AND new.old_phone IS NOT NULL)
  OR (new.new_phone IS NOT old.new_phone AND new.new_phone IS NOT NULL)
  OR (old.undone_at IS NOT NULL AND new.undone_at IS NOT old.undone_at)
BEGIN
  SELECT RAISE(ABORT, 'phone_changes: what was changed stands; a number is erased, never written anew');
END;
