PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`household_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`powers` text NOT NULL,
	`days` integer NOT NULL,
	`terms_version` integer NOT NULL,
	`way` text NOT NULL,
	`code_id` text,
	`sheet_photo_id` text,
	`signed_on` text,
	`asked_at` integer NOT NULL,
	`consented_at` integer,
	`expires_at` integer,
	`checked_by_id` text,
	`ended_at` integer,
	`ended_by` text,
	`end_reason` text,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delegations_way" CHECK("__new_delegations"."way" in ('code', 'sheet')),
	CONSTRAINT "delegations_ended_by" CHECK("__new_delegations"."ended_by" in ('household', 'link', 'call', 'agent', 'department', 'renewal')),
	CONSTRAINT "delegations_days" CHECK("__new_delegations"."days" is null or (typeof("__new_delegations"."days") = 'integer' and "__new_delegations"."days" >= 1)),
	CONSTRAINT "delegations_given" CHECK((consented_at is null) = (expires_at is null)),
	CONSTRAINT "delegations_ended" CHECK((ended_at is null) = (ended_by is null)),
	CONSTRAINT "delegations_evidence" CHECK(case way when 'code' then code_id is not null else is_sample or (sheet_photo_id is not null and signed_on is not null) end)
);
--> statement-breakpoint
INSERT INTO `__new_delegations`("id", "code", "household_id", "agent_id", "powers", "days", "terms_version", "way", "code_id", "sheet_photo_id", "signed_on", "asked_at", "consented_at", "expires_at", "checked_by_id", "ended_at", "ended_by", "end_reason", "is_sample") SELECT "id", 'GH-' || replace(replace(substr(hex(randomblob(8)), 1, 7), '0', '2'), '1', '3'), "household_id", "agent_id", '["products","orders","shop"]', 180, 1, 'sheet', NULL, NULL, NULL, "consented_at", "consented_at", "expires_at", NULL, "revoked_at", CASE WHEN "revoked_at" IS NULL THEN NULL ELSE 'household' END, NULL, true FROM `delegations`;--> statement-breakpoint
DROP TABLE `delegations`;--> statement-breakpoint
ALTER TABLE `__new_delegations` RENAME TO `delegations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `delegations_code_unique` ON `delegations` (`code`);--> statement-breakpoint
CREATE INDEX `delegations_agent` ON `delegations` (`agent_id`,`expires_at`);--> statement-breakpoint
CREATE INDEX `delegations_household` ON `delegations` (`household_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `delegations_unchecked` ON `delegations` (`asked_at`) WHERE way = 'sheet' and consented_at is null and ended_at is null;--> statement-breakpoint
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
	CONSTRAINT "phone_codes_purpose" CHECK("__new_phone_codes"."purpose" in ('entry', 'consent')),
	CONSTRAINT "phone_codes_sent_count" CHECK("__new_phone_codes"."sent_count" is null or (typeof("__new_phone_codes"."sent_count") = 'integer' and "__new_phone_codes"."sent_count" >= 1)),
	CONSTRAINT "phone_codes_tried_count" CHECK("__new_phone_codes"."tried_count" is null or (typeof("__new_phone_codes"."tried_count") = 'integer' and "__new_phone_codes"."tried_count" >= 0))
);
--> statement-breakpoint
INSERT INTO `__new_phone_codes`("id", "phone", "purpose", "sent_count", "tried_count", "created_at", "sent_at", "expires_at", "used_at") SELECT "id", "phone", 'entry', "sent_count", "tried_count", "created_at", "sent_at", "expires_at", "used_at" FROM `phone_codes`;--> statement-breakpoint
DROP TABLE `phone_codes`;--> statement-breakpoint
ALTER TABLE `__new_phone_codes` RENAME TO `phone_codes`;--> statement-breakpoint
CREATE INDEX `phone_codes_phone` ON `phone_codes` (`phone`,`sent_at`);--> statement-breakpoint
CREATE INDEX `phone_codes_sent` ON `phone_codes` (`sent_at`);--> statement-breakpoint
CREATE INDEX `audit_entries_behalf` ON `audit_entries` (`on_behalf_of_id`,`occurred_at`) WHERE on_behalf_of_id is not null;