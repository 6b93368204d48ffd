CREATE TABLE `phone_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`sent_count` integer DEFAULT 1 NOT NULL,
	`tried_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "phone_codes_sent_count" CHECK("phone_codes"."sent_count" is null or (typeof("phone_codes"."sent_count") = 'integer' and "phone_codes"."sent_count" >= 1)),
	CONSTRAINT "phone_codes_tried_count" CHECK("phone_codes"."tried_count" is null or (typeof("phone_codes"."tried_count") = 'integer' and "phone_codes"."tried_count" >= 0))
);
--> statement-breakpoint
CREATE INDEX `phone_codes_phone` ON `phone_codes` (`phone`,`sent_at`);--> statement-breakpoint
CREATE INDEX `phone_codes_sent` ON `phone_codes` (`sent_at`);--> statement-breakpoint
ALTER TABLE `users` ADD `phone_proven_at` integer;