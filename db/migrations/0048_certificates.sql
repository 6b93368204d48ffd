CREATE TABLE `certificate_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`certificate_id` text NOT NULL,
	`step` text NOT NULL,
	`form_id` text,
	`reason` text,
	`grade` text,
	`ground` text,
	`files` text DEFAULT '[]' NOT NULL,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "certificate_steps_word" CHECK("certificate_steps"."step" in ('sent', 'withdrawn', 'sent_back', 'confirmed', 'revoked')),
	CONSTRAINT "certificate_steps_grade_word" CHECK("certificate_steps"."grade" in ('A', 'B1', 'B2', 'C')),
	CONSTRAINT "certificate_steps_ground_word" CHECK("certificate_steps"."ground" in ('false_dossier', 'unsafe_or_poor', 'criteria_lost', 'mark_misused', 'not_made', 'owner_asked')),
	CONSTRAINT "certificate_steps_grade" CHECK(("certificate_steps"."step" = 'confirmed') = ("certificate_steps"."grade" is not null)),
	CONSTRAINT "certificate_steps_ground" CHECK(("certificate_steps"."step" = 'revoked') = ("certificate_steps"."ground" is not null)),
	CONSTRAINT "certificate_steps_reason" CHECK("certificate_steps"."step" not in ('sent_back', 'revoked') or "certificate_steps"."reason" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_steps_form_id_unique` ON `certificate_steps` (`form_id`);--> statement-breakpoint
CREATE INDEX `certificate_steps_certificate` ON `certificate_steps` (`certificate_id`);--> statement-breakpoint
CREATE TABLE `certificate_products` (
	`certificate_id` text NOT NULL,
	`product_id` text NOT NULL,
	PRIMARY KEY(`certificate_id`, `product_id`),
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `certificate_products_product` ON `certificate_products` (`product_id`);--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`event_id` text NOT NULL,
	`recipient_kind` text NOT NULL,
	`recipient_id` text NOT NULL,
	`language` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`facts` text,
	`status` text NOT NULL,
	`channel` text,
	`refused_by` text DEFAULT '[]' NOT NULL,
	`cause` text,
	`attempt_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`worth_until` integer NOT NULL,
	`sent_at` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	CONSTRAINT "notices_status_word" CHECK("__new_notices"."status" in ('waiting', 'sent', 'lapsed', 'undeliverable')),
	CONSTRAINT "notices_recipient_kind" CHECK("__new_notices"."recipient_kind" in ('buyer', 'household')),
	CONSTRAINT "notices_subject_kind" CHECK("__new_notices"."subject_kind" in ('checkout', 'licence', 'certificate', 'order', 'return', 'contract', 'preorder', 'payment', 'product', 'profile', 'document', 'household')),
	CONSTRAINT "notices_channel" CHECK("__new_notices"."channel" in ('push', 'zalo', 'sms', 'email')),
	CONSTRAINT "notices_cause" CHECK("__new_notices"."cause" in ('not_set_up', 'no_address', 'refused', 'unreachable', 'limit_reached')),
	CONSTRAINT "notices_attempt_count" CHECK("__new_notices"."attempt_count" is null or (typeof("__new_notices"."attempt_count") = 'integer' and "__new_notices"."attempt_count" >= 0))
);
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "kind", "event_id", "recipient_kind", "recipient_id", "language", "subject_kind", "subject_id", "facts", "status", "channel", "refused_by", "cause", "attempt_count", "created_at", "due_at", "worth_until", "sent_at", "is_sample") SELECT "id", "kind", "event_id", "recipient_kind", "recipient_id", "language", "subject_kind", "subject_id", "facts", "status", "channel", "refused_by", "cause", "attempt_count", "created_at", "due_at", "worth_until", "sent_at", "is_sample" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`event_id`,`kind`,`recipient_id`);--> statement-breakpoint
CREATE INDEX `notices_due` ON `notices` (`due_at`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `notices_status` ON `notices` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `notices_kept` ON `notices` (`created_at`) WHERE facts is not null;--> statement-breakpoint
CREATE INDEX `notices_recipient` ON `notices` (`recipient_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `__new_certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`stars` integer NOT NULL,
	`decision_number` text NOT NULL,
	`issuer_level` text NOT NULL,
	`issuer_name` text NOT NULL,
	`issued_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`ocop_code` text,
	`renews_id` text,
	`status` text NOT NULL,
	`status_reason` text,
	`revoked_on` text,
	`created_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`renews_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "certificates_issuer_level" CHECK("__new_certificates"."issuer_level" in ('central', 'province', 'district')),
	CONSTRAINT "certificates_status_word" CHECK("__new_certificates"."status" in ('draft', 'sent', 'sent_back', 'withdrawn', 'confirmed', 'revoked')),
	CONSTRAINT "certificates_stars" CHECK("__new_certificates"."stars" is null or (typeof("__new_certificates"."stars") = 'integer' and "__new_certificates"."stars" >= 3)),
	CONSTRAINT "certificates_dates" CHECK("__new_certificates"."expires_on" > "__new_certificates"."issued_on"),
	CONSTRAINT "certificates_revoked" CHECK(("__new_certificates"."status" = 'revoked') = ("__new_certificates"."revoked_on" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_certificates`("id", "household_id", "stars", "decision_number", "issuer_level", "issuer_name", "issued_on", "expires_on", "ocop_code", "renews_id", "status", "status_reason", "revoked_on", "created_at", "is_sample") SELECT "id", "household_id", "stars", "decision_number", "issuer_level", "issuer_name", "issued_on", "expires_on", null, null, iif("revoked_on" is null, 'confirmed', 'revoked'), null, "revoked_on", unixepoch("issued_on") * 1000, "is_sample" FROM `certificates`;--> statement-breakpoint
DROP TABLE `certificates`;--> statement-breakpoint
ALTER TABLE `__new_certificates` RENAME TO `certificates`;--> statement-breakpoint
CREATE INDEX `certificates_household` ON `certificates` (`household_id`);--> statement-breakpoint
CREATE INDEX `certificates_status` ON `certificates` (`status`,`expires_on`);--> statement-breakpoint
CREATE INDEX `certificates_renews` ON `certificates` (`renews_id`);--> statement-breakpoint
CREATE TRIGGER shelf_certificate_changed AFTER UPDATE OF stars, issued_on, expires_on, status ON certificates
BEGIN
  INSERT INTO shelf_changes(search_id)
  SELECT search_id FROM products
  WHERE household_id = new.household_id AND certificate_id = new.id AND status = 'published';
END;
--> statement-breakpoint
-- What a certificate says was held against its evidence: from then on it stands.
CREATE TRIGGER certificates_sent_stand
BEFORE UPDATE OF household_id, stars, decision_number, issuer_level, issuer_name, issued_on, expires_on, ocop_code, renews_id ON certificates
WHEN old.status IN ('sent', 'confirmed', 'revoked')
BEGIN
  SELECT RAISE(ABORT, 'certificates: what was sent stands');
END;
--> statement-breakpoint
CREATE TRIGGER certificates_no_delete BEFORE DELETE ON certificates
BEGIN
  SELECT RAISE(ABORT, 'certificates: taken back, not deleted');
END;
--> statement-breakpoint
CREATE TRIGGER certificate_steps_no_update BEFORE UPDATE ON certificate_steps
BEGIN
  SELECT RAISE(ABORT, 'certificate_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER certificate_steps_no_delete BEFORE DELETE ON certificate_steps
BEGIN
  SELECT RAISE(ABORT, 'certificate_steps is append-only');
END;
--> statement-breakpoint
-- What an officer decided is told under the household's own source, as what is sent back while it joins.
CREATE TRIGGER notice_feed_certificate AFTER INSERT ON certificate_steps
WHEN new.step IN ('sent_back', 'confirmed', 'revoked') AND NOT new.is_sample
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', new.id);
END;
--> statement-breakpoint
INSERT INTO certificate_products (certificate_id, product_id)
SELECT certificate_id, id FROM products WHERE certificate_id IS NOT NULL;
