CREATE TABLE `email_addresses` (
	`user_id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`entered_at` integer NOT NULL,
	`confirmed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notice_feed` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`event_id` text NOT NULL,
	CONSTRAINT "notice_feed_source" CHECK("notice_feed"."source" in ('order', 'return', 'product', 'profile', 'household'))
);
--> statement-breakpoint
CREATE TABLE `notices` (
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
	CONSTRAINT "notices_status_word" CHECK("notices"."status" in ('waiting', 'sent', 'lapsed', 'undeliverable')),
	CONSTRAINT "notices_recipient_kind" CHECK("notices"."recipient_kind" in ('buyer', 'household')),
	CONSTRAINT "notices_subject_kind" CHECK("notices"."subject_kind" in ('checkout', 'order', 'return', 'product', 'profile', 'household')),
	CONSTRAINT "notices_channel" CHECK("notices"."channel" in ('push', 'zalo', 'sms', 'email')),
	CONSTRAINT "notices_cause" CHECK("notices"."cause" in ('not_set_up', 'no_address', 'refused', 'unreachable', 'limit_reached')),
	CONSTRAINT "notices_attempt_count" CHECK("notices"."attempt_count" is null or (typeof("notices"."attempt_count") = 'integer' and "notices"."attempt_count" >= 0))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`event_id`,`kind`,`recipient_id`);--> statement-breakpoint
CREATE INDEX `notices_due` ON `notices` (`due_at`) WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX `notices_status` ON `notices` (`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `notices_kept` ON `notices` (`created_at`) WHERE facts is not null;--> statement-breakpoint
CREATE INDEX `notices_recipient` ON `notices` (`recipient_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `push_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "push_subscriptions_owner_kind" CHECK("push_subscriptions"."owner_kind" in ('checkout', 'user'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `push_subscriptions_once` ON `push_subscriptions` (`owner_id`,`endpoint`);--> statement-breakpoint
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
