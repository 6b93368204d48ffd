CREATE TABLE `channel_sales` (
	`id` text PRIMARY KEY NOT NULL,
	`record_id` text NOT NULL,
	`vintage` integer NOT NULL,
	`first_month` text NOT NULL,
	`last_month` text NOT NULL,
	`channel` text NOT NULL,
	`channel_name` text DEFAULT '' NOT NULL,
	`channel_key` text NOT NULL,
	`kind` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`method` text NOT NULL,
	`grade` text NOT NULL,
	`source` text NOT NULL,
	`received_on` text NOT NULL,
	`file_id` text,
	`withdrawn_reason` text,
	`entered_by_id` text NOT NULL,
	`entered_at` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`file_id`) REFERENCES `source_files`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "channel_sales_vintage_number" CHECK("channel_sales"."vintage" is null or (typeof("channel_sales"."vintage") = 'integer' and "channel_sales"."vintage" >= 1)),
	CONSTRAINT "channel_sales_span" CHECK("channel_sales"."first_month" <= "channel_sales"."last_month"),
	CONSTRAINT "channel_sales_name" CHECK(("channel_sales"."channel" = 'other') = ("channel_sales"."channel_name" <> '')),
	CONSTRAINT "channel_sales_channel" CHECK("channel_sales"."channel" in ('postmart', 'shopee', 'tiktok_shop', 'lazada', 'own_site', 'other')),
	CONSTRAINT "channel_sales_kind" CHECK("channel_sales"."kind" in ('goods', 'goods_services')),
	CONSTRAINT "channel_sales_amount_vnd" CHECK("channel_sales"."amount_vnd" is null or (typeof("channel_sales"."amount_vnd") = 'integer' and "channel_sales"."amount_vnd" >= 1)),
	CONSTRAINT "channel_sales_method" CHECK("channel_sales"."method" in ('floor_report', 'tax_data', 'survey', 'market_data', 'estimate')),
	CONSTRAINT "channel_sales_grade" CHECK("channel_sales"."grade" in ('A', 'B', 'C', 'D'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channel_sales_vintage` ON `channel_sales` (`record_id`,`vintage`);--> statement-breakpoint
CREATE INDEX `channel_sales_months` ON `channel_sales` (`channel_key`,`kind`,`last_month`);--> statement-breakpoint
CREATE INDEX `channel_sales_last_month` ON `channel_sales` (`last_month`);--> statement-breakpoint
CREATE TABLE `retail_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`file_type` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_count` integer NOT NULL,
	`rows` text NOT NULL,
	`office` text,
	`uploaded_by_id` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`written_by_id` text,
	`written_at` integer,
	`written_count` integer DEFAULT 0 NOT NULL,
	`same_count` integer DEFAULT 0 NOT NULL,
	`wrong_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`uploaded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retail_imports_file_type" CHECK("retail_imports"."file_type" in ('pdf', 'jpg', 'xlsx', 'csv'))
);
--> statement-breakpoint
CREATE INDEX `retail_imports_uploaded` ON `retail_imports` (`uploaded_at`);--> statement-breakpoint
CREATE TABLE `source_files` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_count` integer NOT NULL,
	`kept_by_id` text NOT NULL,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`kept_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_files_type" CHECK("source_files"."type" in ('pdf', 'jpg', 'xlsx', 'csv')),
	CONSTRAINT "source_files_byte_count" CHECK("source_files"."byte_count" is null or (typeof("source_files"."byte_count") = 'integer' and "source_files"."byte_count" >= 1))
);
--> statement-breakpoint
ALTER TABLE `retail_totals` ADD `file_id` text REFERENCES source_files(id);--> statement-breakpoint
CREATE TRIGGER source_files_no_update BEFORE UPDATE ON source_files
BEGIN
  SELECT RAISE(ABORT, 'source_files is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER source_files_no_delete BEFORE DELETE ON source_files
BEGIN
  SELECT RAISE(ABORT, 'source_files is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER channel_sales_no_update BEFORE UPDATE ON channel_sales
BEGIN
  SELECT RAISE(ABORT, 'channel_sales is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER channel_sales_no_delete BEFORE DELETE ON channel_sales
BEGIN
  SELECT RAISE(ABORT, 'channel_sales is append-only');
END;
