CREATE TABLE `__new_joining_items` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`fact` text,
	`title_vi` text NOT NULL,
	`title_en` text NOT NULL,
	`hint_vi` text NOT NULL,
	`hint_en` text NOT NULL,
	`is_required` integer NOT NULL,
	`is_erased` integer DEFAULT false NOT NULL,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	CONSTRAINT "joining_items_kind" CHECK("__new_joining_items"."kind" in ('computed', 'attested', 'verified')),
	CONSTRAINT "joining_items_fact_word" CHECK("__new_joining_items"."fact" in ('payout_account', 'tax_code', 'phone_proven', 'product_sent', 'certificate_confirmed')),
	CONSTRAINT "joining_items_fact" CHECK(case "__new_joining_items"."kind" when 'computed' then "__new_joining_items"."fact" is not null when 'attested' then "__new_joining_items"."fact" is null else true end),
	CONSTRAINT "joining_items_erased" CHECK(not "__new_joining_items"."is_erased" or ("__new_joining_items"."kind" = 'verified' and "__new_joining_items"."fact" is null)),
	CONSTRAINT "joining_items_position" CHECK("__new_joining_items"."position" is null or (typeof("__new_joining_items"."position") = 'integer' and "__new_joining_items"."position" >= 1))
);
--> statement-breakpoint
INSERT INTO `__new_joining_items`("id", "kind", "fact", "title_vi", "title_en", "hint_vi", "hint_en", "is_required", "is_erased", "position", "created_at", "retired_at") SELECT "id", "kind", iif("id" = 'jit_certificate' and "title_vi" = 'Giấy chứng nhận OCOP, VietGAP hoặc giấy tương tự', 'certificate_confirmed', "fact"), "title_vi", "title_en", "hint_vi", "hint_en", "is_required", "is_erased", "position", "created_at", "retired_at" FROM `joining_items`;--> statement-breakpoint
DROP TABLE `joining_items`;--> statement-breakpoint
ALTER TABLE `__new_joining_items` RENAME TO `joining_items`;--> statement-breakpoint
CREATE UNIQUE INDEX `joining_items_once` ON `joining_items` (`fact`) WHERE retired_at is null;--> statement-breakpoint
ALTER TABLE `certificates` ADD `removed_at` integer;--> statement-breakpoint
CREATE TRIGGER joining_items_no_update BEFORE UPDATE OF id, kind, fact, created_at ON joining_items
BEGIN
  SELECT RAISE(ABORT, 'joining_items: what an item is stands');
END;
--> statement-breakpoint
CREATE TRIGGER joining_items_no_delete BEFORE DELETE ON joining_items
BEGIN
  SELECT RAISE(ABORT, 'joining_items: items are retired, not deleted');
END;
--> statement-breakpoint
-- What waits for an officer, or shows stars, is not taken away; what was taken away does not come back.
CREATE TRIGGER certificates_removed BEFORE UPDATE ON certificates
WHEN old.removed_at IS NOT NULL
  OR (new.removed_at IS NOT NULL AND old.status NOT IN ('draft', 'sent_back', 'withdrawn'))
BEGIN
  SELECT RAISE(ABORT, 'certificates: this one is not taken away, or for good');
END;
