CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`full_name` text NOT NULL,
	`phone` text NOT NULL,
	`province_code` text NOT NULL,
	`commune_code` text NOT NULL,
	`place_name` text NOT NULL,
	`address_line` text NOT NULL,
	`chosen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `addresses_user` ON `addresses` (`user_id`,`chosen_at`);--> statement-breakpoint
CREATE TABLE `wishes` (
	`user_id` text NOT NULL,
	`product_id` text NOT NULL,
	`wished_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `product_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wishes_user` ON `wishes` (`user_id`,`wished_at`);--> statement-breakpoint
-- Made anew because `product_id` may be empty now; its triggers follow at the end.
CREATE TABLE `__new_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`product_id` text,
	`lot_id` text,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`issuer` text NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text,
	`status` text NOT NULL,
	`status_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind" CHECK("__new_documents"."kind" in ('food_safety_certificate', 'food_safety_commitment', 'self_declaration', 'vietgap', 'globalgap', 'organic', 'haccp', 'test_report', 'quarantine', 'alcohol_production_licence', 'alcohol_retail_licence')),
	CONSTRAINT "documents_status_word" CHECK("__new_documents"."status" in ('stated', 'checked', 'refused', 'withdrawn')),
	CONSTRAINT "documents_dates" CHECK("__new_documents"."expires_on" is null or "__new_documents"."expires_on" > "__new_documents"."issued_on"),
	CONSTRAINT "documents_licence" CHECK(("__new_documents"."product_id" is null) = ("__new_documents"."kind" in ('alcohol_production_licence', 'alcohol_retail_licence'))),
	CONSTRAINT "documents_licence_ends" CHECK("__new_documents"."product_id" is not null or "__new_documents"."expires_on" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_documents`("id", "household_id", "product_id", "lot_id", "kind", "number", "issuer", "issued_on", "expires_on", "status", "status_reason", "is_sample", "created_at") SELECT "id", (SELECT "household_id" FROM `products` WHERE `products`.`id` = `documents`.`product_id`), "product_id", "lot_id", "kind", "number", "issuer", "issued_on", "expires_on", "status", "status_reason", "is_sample", "created_at" FROM `documents`;--> statement-breakpoint
DROP TABLE `documents`;--> statement-breakpoint
ALTER TABLE `__new_documents` RENAME TO `documents`;--> statement-breakpoint
CREATE INDEX `documents_product` ON `documents` (`product_id`);--> statement-breakpoint
CREATE INDEX `documents_household` ON `documents` (`household_id`,`kind`);--> statement-breakpoint
CREATE INDEX `documents_status` ON `documents` (`status`,`created_at`);--> statement-breakpoint
ALTER TABLE `households` ADD `tax_code` text;--> statement-breakpoint
ALTER TABLE `households` ADD `alcohol_licensed_until` text;--> statement-breakpoint
ALTER TABLE `users` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `is_author_gone` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TRIGGER documents_no_update BEFORE UPDATE OF household_id, product_id, lot_id, kind, number, issuer, issued_on, expires_on, created_at ON documents
BEGIN
  SELECT RAISE(ABORT, 'the facts of a document stand');
END;
--> statement-breakpoint
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN
  SELECT RAISE(ABORT, 'the facts of a document stand');
END;
--> statement-breakpoint
-- Alcohol comes and goes with its household's licence.
CREATE TRIGGER shelf_household_licensed AFTER UPDATE OF alcohol_licensed_until ON households
WHEN old.alcohol_licensed_until IS NOT new.alcohol_licensed_until
BEGIN
  INSERT INTO shelf_changes(search_id)
  SELECT search_id FROM products
  WHERE household_id = new.id AND status = 'published' AND ocop_set IN (14, 15);
END;
--> statement-breakpoint
-- What was written stays as it was written; only the name may go, when whoever wrote it deletes their account.
DROP TRIGGER post_events_no_update;
--> statement-breakpoint
CREATE TRIGGER post_events_no_update BEFORE UPDATE OF id, post_id, from_status, to_status, stars, text, reason, reason_text, actor_id, occurred_at ON post_events
BEGIN
  SELECT RAISE(ABORT, 'post_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER post_events_name_only_goes BEFORE UPDATE OF shown_name ON post_events
WHEN new.shown_name IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'post_events is append-only');
END;
--> statement-breakpoint
-- The same for who took a parcel, and the photo of it.
DROP TRIGGER shipments_proof_recorded_once;
--> statement-breakpoint
CREATE TRIGGER shipments_proof_recorded_once BEFORE UPDATE OF proof ON shipments
WHEN old.proof IS NOT NULL AND (
  new.proof IS NULL
  OR json_remove(new.proof, '$.receivedBy', '$.photo') <> json_remove(old.proof, '$.receivedBy', '$.photo')
  OR json_extract(new.proof, '$.receivedBy') <> ''
  OR json_extract(new.proof, '$.photo') IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'the proof of a delivery is recorded once');
END;
