CREATE TABLE `harvests` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`harvest_from` text NOT NULL,
	`harvest_to` text NOT NULL,
	`closes_on` text NOT NULL,
	`cap_count` integer NOT NULL,
	`unit_price_vnd` integer NOT NULL,
	`status` text NOT NULL,
	`clock_at` integer,
	`opened_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "harvests_cap_count" CHECK("harvests"."cap_count" is null or (typeof("harvests"."cap_count") = 'integer' and "harvests"."cap_count" >= 1)),
	CONSTRAINT "harvests_unit_price_vnd" CHECK("harvests"."unit_price_vnd" is null or (typeof("harvests"."unit_price_vnd") = 'integer' and "harvests"."unit_price_vnd" >= 1)),
	CONSTRAINT "harvests_status" CHECK("harvests"."status" in ('open', 'closed', 'ended')),
	CONSTRAINT "harvests_days" CHECK("harvests"."harvest_from" <= "harvests"."harvest_to" and "harvests"."closes_on" <= "harvests"."harvest_to")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `harvests_active` ON `harvests` (`product_id`) WHERE status in ('open', 'closed');--> statement-breakpoint
CREATE INDEX `harvests_product` ON `harvests` (`product_id`);--> statement-breakpoint
CREATE INDEX `harvests_clock` ON `harvests` (`clock_at`) WHERE clock_at is not null;--> statement-breakpoint
CREATE TABLE `preorder_events` (
	`id` text PRIMARY KEY NOT NULL,
	`preorder_id` text NOT NULL,
	`from_status` text,
	`to_status` text NOT NULL,
	`moved_by` text NOT NULL,
	`reason` text NOT NULL,
	`actor_id` text,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`preorder_id`) REFERENCES `preorders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "preorder_events_to" CHECK("preorder_events"."to_status" in ('waiting', 'served', 'withdrawn', 'removed', 'missed')),
	CONSTRAINT "preorder_events_moved_by" CHECK("preorder_events"."moved_by" in ('buyer', 'household', 'clock'))
);
--> statement-breakpoint
CREATE INDEX `preorder_events_preorder` ON `preorder_events` (`preorder_id`);--> statement-breakpoint
CREATE TABLE `preorders` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`submission_key` text NOT NULL,
	`harvest_id` text NOT NULL,
	`buyer_id` text,
	`buyer_name` text NOT NULL,
	`buyer_phone` text NOT NULL,
	`commune_code` text NOT NULL,
	`address_line` text NOT NULL,
	`language` text NOT NULL,
	`pack_count` integer NOT NULL,
	`status` text NOT NULL,
	`checkout_id` text,
	`placed_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`harvest_id`) REFERENCES `harvests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`buyer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "preorders_pack_count" CHECK("preorders"."pack_count" is null or (typeof("preorders"."pack_count") = 'integer' and "preorders"."pack_count" >= 1)),
	CONSTRAINT "preorders_status" CHECK("preorders"."status" in ('waiting', 'served', 'withdrawn', 'removed', 'missed')),
	CONSTRAINT "preorders_checkout" CHECK(("preorders"."status" = 'served') = ("preorders"."checkout_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preorders_code_unique` ON `preorders` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `preorders_submission_key_unique` ON `preorders` (`submission_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `preorders_checkout_id_unique` ON `preorders` (`checkout_id`);--> statement-breakpoint
CREATE INDEX `preorders_harvest` ON `preorders` (`harvest_id`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `preorders_buyer` ON `preorders` (`buyer_id`);
--> statement-breakpoint
CREATE TRIGGER preorder_events_no_update BEFORE UPDATE ON preorder_events
BEGIN
  SELECT RAISE(ABORT, 'preorder_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER preorder_events_no_delete BEFORE DELETE ON preorder_events
BEGIN
  SELECT RAISE(ABORT, 'preorder_events is append-only');
END;
--> statement-breakpoint
-- What was promised to those on the list stands.
CREATE TRIGGER harvests_promise_stands BEFORE UPDATE OF id, product_id, harvest_from, harvest_to, closes_on, cap_count, unit_price_vnd, opened_at ON harvests
BEGIN
  SELECT RAISE(ABORT, 'what a harvest promises stands');
END;
--> statement-breakpoint
CREATE TRIGGER harvests_no_delete BEFORE DELETE ON harvests
BEGIN
  SELECT RAISE(ABORT, 'a harvest stands');
END;
--> statement-breakpoint
CREATE TRIGGER preorders_place_stands BEFORE UPDATE OF id, code, harvest_id, pack_count, placed_at ON preorders
BEGIN
  SELECT RAISE(ABORT, 'a place on a list stands');
END;
--> statement-breakpoint
CREATE TRIGGER preorders_no_delete BEFORE DELETE ON preorders
BEGIN
  SELECT RAISE(ABORT, 'a place on a list stands');
END;
