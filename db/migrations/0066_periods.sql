CREATE TABLE `period_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`month` text NOT NULL,
	`edition` integer NOT NULL,
	`manifest` text NOT NULL,
	`hash` text NOT NULL,
	`closed_at` integer NOT NULL,
	CONSTRAINT "period_editions_place" CHECK("period_editions"."place" is null or (typeof("period_editions"."place") = 'integer' and "period_editions"."place" >= 1)),
	CONSTRAINT "period_editions_edition" CHECK("period_editions"."edition" is null or (typeof("period_editions"."edition") = 'integer' and "period_editions"."edition" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `period_editions_place_unique` ON `period_editions` (`place`);--> statement-breakpoint
CREATE UNIQUE INDEX `period_editions_hash_unique` ON `period_editions` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `period_editions_month` ON `period_editions` (`month`,`edition`);--> statement-breakpoint
CREATE TABLE `period_parts` (
	`edition_id` text NOT NULL,
	`part` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`edition_id`, `part`),
	FOREIGN KEY (`edition_id`) REFERENCES `period_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `period_publications` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`published_by_id` text,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `period_editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `period_publications_at` ON `period_publications` (`published_at`);
--> statement-breakpoint
CREATE TRIGGER period_editions_no_update BEFORE UPDATE ON period_editions
BEGIN
  SELECT RAISE(ABORT, 'period_editions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER period_editions_no_delete BEFORE DELETE ON period_editions
BEGIN
  SELECT RAISE(ABORT, 'period_editions is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER period_parts_no_update BEFORE UPDATE ON period_parts
BEGIN
  SELECT RAISE(ABORT, 'period_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER period_parts_no_delete BEFORE DELETE ON period_parts
BEGIN
  SELECT RAISE(ABORT, 'period_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER period_publications_no_update BEFORE UPDATE ON period_publications
BEGIN
  SELECT RAISE(ABORT, 'period_publications is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER period_publications_no_delete BEFORE DELETE ON period_publications
BEGIN
  SELECT RAISE(ABORT, 'period_publications is append-only');
END;
