CREATE TABLE `product_import_rows` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`row` text,
	`kind` text NOT NULL,
	`plan` text NOT NULL,
	`outcome` text,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `product_imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "product_import_rows_kind_word" CHECK("product_import_rows"."kind" in ('new', 'changed', 'unchanged', 'wrong', 'emptied')),
	CONSTRAINT "product_import_rows_outcome" CHECK("product_import_rows"."outcome" in ('written', 'differs'))
);
--> statement-breakpoint
CREATE INDEX `product_import_rows_kind` ON `product_import_rows` (`import_id`,`kind`,`position`);--> statement-breakpoint
CREATE TABLE `product_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`uploaded_by_id` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`file_name` text NOT NULL,
	`zeroes_absent` integer NOT NULL,
	`status` text NOT NULL,
	`plan_hash` text NOT NULL,
	`counts` text NOT NULL,
	`consented_by` text,
	`consented_at` integer,
	`finished_at` integer,
	`written_count` integer DEFAULT 0 NOT NULL,
	`differs_count` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "product_imports_status_word" CHECK("product_imports"."status" in ('planned', 'writing', 'done'))
);
--> statement-breakpoint
CREATE INDEX `product_imports_household` ON `product_imports` (`household_id`,`uploaded_at`);--> statement-breakpoint
CREATE INDEX `product_imports_uploaded` ON `product_imports` (`uploaded_at`);--> statement-breakpoint
CREATE INDEX `product_imports_status` ON `product_imports` (`status`);