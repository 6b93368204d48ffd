CREATE TABLE `health_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`marked_at` integer NOT NULL
);
