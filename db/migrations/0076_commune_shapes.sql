CREATE TABLE `commune_shapes` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_count` integer NOT NULL,
	`shapes` text NOT NULL,
	`left_out` text NOT NULL,
	`kept_by_id` text NOT NULL,
	`kept_at` integer NOT NULL,
	FOREIGN KEY (`province_code`) REFERENCES `provinces`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commune_shapes_byte_count" CHECK("commune_shapes"."byte_count" is null or (typeof("commune_shapes"."byte_count") = 'integer' and "commune_shapes"."byte_count" >= 1))
);
--> statement-breakpoint
CREATE INDEX `commune_shapes_file` ON `commune_shapes` (`province_code`,`sha256`);--> statement-breakpoint
CREATE TABLE `map_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`place` integer NOT NULL,
	`shapes_id` text,
	`chosen_by_id` text NOT NULL,
	`chosen_at` integer NOT NULL,
	FOREIGN KEY (`province_code`) REFERENCES `provinces`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shapes_id`) REFERENCES `commune_shapes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "map_choices_place_number" CHECK("map_choices"."place" is null or (typeof("map_choices"."place") = 'integer' and "map_choices"."place" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `map_choices_place` ON `map_choices` (`province_code`,`place`);
--> statement-breakpoint
CREATE TRIGGER commune_shapes_no_update BEFORE UPDATE ON commune_shapes
BEGIN
  SELECT RAISE(ABORT, 'commune_shapes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER commune_shapes_no_delete BEFORE DELETE ON commune_shapes
BEGIN
  SELECT RAISE(ABORT, 'commune_shapes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER map_choices_no_update BEFORE UPDATE ON map_choices
BEGIN
  SELECT RAISE(ABORT, 'map_choices is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER map_choices_no_delete BEFORE DELETE ON map_choices
BEGIN
  SELECT RAISE(ABORT, 'map_choices is append-only');
END;
