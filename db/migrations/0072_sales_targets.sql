CREATE TABLE `sales_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`year` text NOT NULL,
	`commune_code` text,
	`kind` text NOT NULL,
	`vintage` integer NOT NULL,
	`value` integer,
	`source` text NOT NULL,
	`set_by_id` text NOT NULL,
	`set_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sales_targets_kind" CHECK("sales_targets"."kind" in ('sales_goods_vnd', 'active_sellers', 'share_goods_bps', 'share_goods_services_bps')),
	CONSTRAINT "sales_targets_place" CHECK(("sales_targets"."commune_code" is null) = ("sales_targets"."kind" in ('share_goods_bps', 'share_goods_services_bps'))),
	CONSTRAINT "sales_targets_year" CHECK("sales_targets"."year" glob '20[0-9][0-9]'),
	CONSTRAINT "sales_targets_vintage" CHECK("sales_targets"."vintage" is null or (typeof("sales_targets"."vintage") = 'integer' and "sales_targets"."vintage" >= 1)),
	CONSTRAINT "sales_targets_value" CHECK("sales_targets"."value" is null or (typeof("sales_targets"."value") = 'integer' and "sales_targets"."value" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sales_targets_commune` ON `sales_targets` (`year`,`commune_code`,`kind`,`vintage`) WHERE commune_code is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `sales_targets_province` ON `sales_targets` (`year`,`kind`,`vintage`) WHERE commune_code is null;--> statement-breakpoint
CREATE TRIGGER sales_targets_no_update BEFORE UPDATE ON sales_targets
BEGIN
  SELECT RAISE(ABORT, 'sales_targets is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER sales_targets_no_delete BEFORE DELETE ON sales_targets
BEGIN
  SELECT RAISE(ABORT, 'sales_targets is append-only');
END;
