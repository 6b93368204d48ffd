CREATE TABLE `__new_phone_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`purpose` text DEFAULT 'entry' NOT NULL,
	`sent_count` integer DEFAULT 1 NOT NULL,
	`tried_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	CONSTRAINT "phone_codes_purpose" CHECK("__new_phone_codes"."purpose" in ('entry', 'consent', 'handed')),
	CONSTRAINT "phone_codes_sent_count" CHECK("__new_phone_codes"."sent_count" is null or (typeof("__new_phone_codes"."sent_count") = 'integer' and "__new_phone_codes"."sent_count" >= 1)),
	CONSTRAINT "phone_codes_tried_count" CHECK("__new_phone_codes"."tried_count" is null or (typeof("__new_phone_codes"."tried_count") = 'integer' and "__new_phone_codes"."tried_count" >= 0))
);
--> statement-breakpoint
INSERT INTO `__new_phone_codes`("id", "phone", "purpose", "sent_count", "tried_count", "created_at", "sent_at", "expires_at", "used_at") SELECT "id", "phone", "purpose", "sent_count", "tried_count", "created_at", "sent_at", "expires_at", "used_at" FROM `phone_codes`;--> statement-breakpoint
DROP TABLE `phone_codes`;--> statement-breakpoint
ALTER TABLE `__new_phone_codes` RENAME TO `phone_codes`;--> statement-breakpoint
CREATE INDEX `phone_codes_phone` ON `phone_codes` (`phone`,`sent_at`);--> statement-breakpoint
CREATE INDEX `phone_codes_sent` ON `phone_codes` (`sent_at`);