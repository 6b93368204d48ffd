-- They name a table that is made anew.
DROP TRIGGER notice_feed_order;--> statement-breakpoint
DROP TRIGGER notice_feed_return;--> statement-breakpoint
DROP TRIGGER notice_feed_product;--> statement-breakpoint
DROP TRIGGER notice_feed_profile;--> statement-breakpoint
DROP TRIGGER notice_feed_household;--> statement-breakpoint
DROP TRIGGER notice_feed_contract;--> statement-breakpoint
DROP TRIGGER notice_feed_preorder;--> statement-breakpoint
CREATE TABLE `__new_notice_feed` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`event_id` text NOT NULL,
	CONSTRAINT "notice_feed_source" CHECK("__new_notice_feed"."source" in ('order', 'return', 'contract', 'preorder', 'payment', 'product', 'profile', 'document', 'household'))
);
--> statement-breakpoint
INSERT INTO `__new_notice_feed`("seq", "source", "event_id") SELECT "seq", "source", "event_id" FROM `notice_feed`;--> statement-breakpoint
DROP TABLE `notice_feed`;--> statement-breakpoint
ALTER TABLE `__new_notice_feed` RENAME TO `notice_feed`;--> statement-breakpoint
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
	CONSTRAINT "notices_subject_kind" CHECK("__new_notices"."subject_kind" in ('checkout', 'licence', 'order', 'return', 'contract', 'preorder', 'payment', 'product', 'profile', 'document', 'household')),
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
CREATE INDEX `notices_recipient` ON `notices` (`recipient_id`,`sent_at`);
--> statement-breakpoint
-- What somebody is told of; moves of which nobody is told leave no line. A checkout writes one an order, and no more.
CREATE TRIGGER notice_feed_order AFTER INSERT ON order_events
WHEN new.to_status NOT IN ('confirmed', 'packed')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('order', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_return AFTER INSERT ON return_events
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('return', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_product AFTER INSERT ON product_events
WHEN new.to_status IN ('published', 'rejected')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('product', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_profile AFTER UPDATE OF status ON profile_changes
WHEN new.status IN ('approved', 'rejected') AND old.status <> new.status
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('profile', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_household AFTER INSERT ON household_events
WHEN new.to_status IN ('approved', 'rejected', 'suspended')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_contract AFTER INSERT ON contract_events
WHEN new.to_status <> 'fulfilled'
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('contract', new.id);
END;
--> statement-breakpoint
-- Who is served is told of the order.
CREATE TRIGGER notice_feed_preorder AFTER INSERT ON preorder_events
WHEN new.to_status IN ('waiting', 'removed', 'missed')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('preorder', new.id);
END;
--> statement-breakpoint
-- Money that came in part. A line of the bank is judged after it is written.
CREATE TRIGGER notice_feed_money AFTER UPDATE OF reason ON bank_transactions
WHEN new.reason = 'partially_paid' AND old.reason <> new.reason
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
--> statement-breakpoint
-- Money that came too late, too often or too much, or of which the rest never came. What is owed back of an order
-- that was called off or returned is told with that.
CREATE TRIGGER notice_feed_owed_back AFTER INSERT ON transfers
WHEN new.reason = 'excess_to_refund' OR (new.reason = 'order_refund_due' AND new.reference_kind = 'payment')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_document AFTER INSERT ON document_events
WHEN new.to_status IN ('checked', 'refused')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('document', new.id);
END;
--> statement-breakpoint
-- Licences that are valid already: their end is told of too, and of the checking nothing once it is old.
INSERT INTO notice_feed(source, event_id)
SELECT 'document', e.id FROM document_events e JOIN documents d ON d.id = e.document_id
WHERE e.to_status = 'checked' AND d.status = 'checked' AND d.product_id IS NULL AND d.expires_on > date('now');
