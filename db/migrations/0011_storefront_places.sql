CREATE TABLE `collection_products` (
	`collection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`collection_id`, `product_id`),
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`intro` text NOT NULL,
	`intro_en` text,
	`criterion` text NOT NULL,
	`criterion_en` text,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`position` integer NOT NULL,
	`ended_at` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "collections_position" CHECK("collections"."position" is null or (typeof("collections"."position") = 'integer' and "collections"."position" >= 1)),
	CONSTRAINT "collections_dates" CHECK("collections"."ends_on" >= "collections"."starts_on"),
	CONSTRAINT "collections_criterion" CHECK(length(trim("collections"."criterion")) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_slug_unique` ON `collections` (`slug`);--> statement-breakpoint
CREATE INDEX `collections_shown` ON `collections` (`ends_on`,`position`);--> statement-breakpoint
CREATE TABLE `profile_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`story` text NOT NULL,
	`story_en` text,
	`photo` text,
	`status` text NOT NULL,
	`reason` text,
	`sent_at` integer NOT NULL,
	`decided_at` integer,
	`decider_id` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "profile_changes_status_word" CHECK("profile_changes"."status" in ('awaiting_approval', 'approved', 'rejected', 'replaced'))
);
--> statement-breakpoint
CREATE INDEX `profile_changes_household` ON `profile_changes` (`household_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `profile_changes_status` ON `profile_changes` (`status`,`sent_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `profile_changes_waiting` ON `profile_changes` (`household_id`) WHERE status = 'awaiting_approval';--> statement-breakpoint
ALTER TABLE `households` ADD `photo` text;--> statement-breakpoint
-- What a household sent and what was answered is kept: a row moves once, from waiting to its answer.
CREATE TRIGGER profile_changes_no_second_move BEFORE UPDATE ON profile_changes
WHEN old.status <> 'awaiting_approval' OR new.status = 'awaiting_approval'
  OR new.household_id <> old.household_id OR new.story <> old.story
  OR new.story_en IS NOT old.story_en OR new.photo IS NOT old.photo OR new.sent_at <> old.sent_at
BEGIN
  SELECT RAISE(ABORT, 'profile_changes moves once');
END;
--> statement-breakpoint
CREATE TRIGGER profile_changes_no_delete BEFORE DELETE ON profile_changes
BEGIN
  SELECT RAISE(ABORT, 'profile_changes is kept');
END;
