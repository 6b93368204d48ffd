CREATE TABLE `document_events` (
	`id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`reason` text,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `document_events_document` ON `document_events` (`document_id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
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
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_kind" CHECK("documents"."kind" in ('food_safety_certificate', 'food_safety_commitment', 'self_declaration', 'vietgap', 'globalgap', 'organic', 'haccp', 'test_report', 'quarantine')),
	CONSTRAINT "documents_status_word" CHECK("documents"."status" in ('stated', 'checked', 'refused', 'withdrawn')),
	CONSTRAINT "documents_dates" CHECK("documents"."expires_on" is null or "documents"."expires_on" > "documents"."issued_on")
);
--> statement-breakpoint
CREATE INDEX `documents_product` ON `documents` (`product_id`);--> statement-breakpoint
CREATE INDEX `documents_status` ON `documents` (`status`,`created_at`);--> statement-breakpoint
CREATE TABLE `lot_events` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`instruction` text,
	`actor_id` text,
	`actor_kind` text NOT NULL,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lot_events_kind" CHECK("lot_events"."kind" in ('recalled', 'lifted')),
	CONSTRAINT "lot_events_instruction" CHECK(("lot_events"."kind" = 'recalled') = ("lot_events"."instruction" is not null))
);
--> statement-breakpoint
CREATE INDEX `lot_events_lot` ON `lot_events` (`lot_id`,`occurred_at`);--> statement-breakpoint
CREATE TABLE `recall_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`recall_id` text NOT NULL,
	`order_id` text NOT NULL,
	`outcome` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`recall_id`) REFERENCES `lot_events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recall_contacts_outcome" CHECK("recall_contacts"."outcome" in ('told', 'no_answer', 'wrong_number'))
);
--> statement-breakpoint
CREATE INDEX `recall_contacts_recall` ON `recall_contacts` (`recall_id`,`order_id`);--> statement-breakpoint
ALTER TABLE `lots` ADD `recalled_at` integer;--> statement-breakpoint
ALTER TABLE `lots` ADD `sold_as` text;--> statement-breakpoint
CREATE INDEX `lots_recalled` ON `lots` (`recalled_at`) WHERE recalled_at is not null;
--> statement-breakpoint
-- Lots of products that have left the market keep the words under which they were sold.
UPDATE lots SET sold_as = (
  SELECT json_object('name', name, 'nameEn', name_en, 'packLabel', pack_label, 'packLabelEn', pack_label_en, 'ocopSet', ocop_set)
  FROM products WHERE products.id = lots.product_id
) WHERE product_id IN (SELECT id FROM products WHERE published_at IS NOT NULL AND status <> 'published');
--> statement-breakpoint
CREATE TRIGGER lot_events_no_update BEFORE UPDATE ON lot_events
BEGIN
  SELECT RAISE(ABORT, 'lot_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER lot_events_no_delete BEFORE DELETE ON lot_events
BEGIN
  SELECT RAISE(ABORT, 'lot_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER document_events_no_update BEFORE UPDATE ON document_events
BEGIN
  SELECT RAISE(ABORT, 'document_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER document_events_no_delete BEFORE DELETE ON document_events
BEGIN
  SELECT RAISE(ABORT, 'document_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER recall_contacts_no_update BEFORE UPDATE ON recall_contacts
BEGIN
  SELECT RAISE(ABORT, 'recall_contacts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER recall_contacts_no_delete BEFORE DELETE ON recall_contacts
BEGIN
  SELECT RAISE(ABORT, 'recall_contacts is append-only');
END;
--> statement-breakpoint
-- A document's facts stand; only what is made of it moves on.
CREATE TRIGGER documents_no_update BEFORE UPDATE OF product_id, lot_id, kind, number, issuer, issued_on, expires_on, created_at ON documents
BEGIN
  SELECT RAISE(ABORT, 'the facts of a document stand');
END;
--> statement-breakpoint
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents
BEGIN
  SELECT RAISE(ABORT, 'the facts of a document stand');
END;
--> statement-breakpoint
-- The last guard, whichever command forgets: packs of a recalled lot are neither promised nor sent.
CREATE TRIGGER stock_reservations_recalled_held BEFORE INSERT ON stock_reservations
WHEN new.status <> 'released' AND (SELECT recalled_at FROM lots WHERE id = new.lot_id) IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a recalled lot is not sold');
END;
--> statement-breakpoint
CREATE TRIGGER stock_reservations_recalled_sent BEFORE UPDATE OF status ON stock_reservations
WHEN new.status <> 'released' AND old.status <> new.status
  AND (SELECT recalled_at FROM lots WHERE id = new.lot_id) IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a recalled lot is not sent');
END;
