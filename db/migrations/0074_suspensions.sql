CREATE TABLE `duty_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`duty` text NOT NULL,
	`effective_on` text NOT NULL,
	`count` integer NOT NULL,
	`unit` text NOT NULL,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	CONSTRAINT "duty_terms_duty_word" CHECK("duty_terms"."duty" in ('suspension_notice', 'kept_content')),
	CONSTRAINT "duty_terms_unit" CHECK("duty_terms"."unit" in ('days', 'years')),
	CONSTRAINT "duty_terms_confidence" CHECK("duty_terms"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "duty_terms_count" CHECK("duty_terms"."count" is null or (typeof("duty_terms"."count") = 'integer' and "duty_terms"."count" >= 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duty_terms_duty` ON `duty_terms` (`duty`,`effective_on`);--> statement-breakpoint
CREATE TABLE `household_suspensions` (
	`id` text PRIMARY KEY NOT NULL,
	`household_id` text NOT NULL,
	`ground` text NOT NULL,
	`reason` text NOT NULL,
	`request_id` text,
	`reference` text NOT NULL,
	`term_id` text,
	`told_at` integer NOT NULL,
	`told_by_id` text NOT NULL,
	`effective_at` integer NOT NULL,
	`state` text NOT NULL,
	`ended_at` integer,
	`ended_by_id` text,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `compliance_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`term_id`) REFERENCES `duty_terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`told_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "household_suspensions_ground" CHECK("household_suspensions"."ground" in ('authority_request', 'own_decision')),
	CONSTRAINT "household_suspensions_state" CHECK("household_suspensions"."state" in ('waiting', 'carried_out', 'withdrawn', 'overtaken')),
	CONSTRAINT "household_suspensions_effective_at" CHECK("household_suspensions"."effective_at" is null or (typeof("household_suspensions"."effective_at") = 'integer' and "household_suspensions"."effective_at" >= 0)),
	CONSTRAINT "household_suspensions_order" CHECK("household_suspensions"."effective_at" >= "household_suspensions"."told_at"),
	CONSTRAINT "household_suspensions_ended" CHECK(("household_suspensions"."state" = 'waiting') = ("household_suspensions"."ended_at" is null)),
	CONSTRAINT "household_suspensions_told" CHECK(("household_suspensions"."ground" = 'own_decision') = ("household_suspensions"."term_id" is not null)),
	CONSTRAINT "household_suspensions_asked" CHECK(("household_suspensions"."ground" = 'authority_request') = ("household_suspensions"."request_id" is not null or "household_suspensions"."reference" <> ''))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `household_suspensions_waiting` ON `household_suspensions` (`household_id`) WHERE "household_suspensions"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `household_suspensions_due` ON `household_suspensions` (`effective_at`) WHERE "household_suspensions"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `household_suspensions_request` ON `household_suspensions` (`request_id`) WHERE "household_suspensions"."request_id" is not null;--> statement-breakpoint
-- Two steps more: that the household was suspended on a request, and that its data was taken for it.
CREATE TABLE `__new_compliance_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`step` text NOT NULL,
	`result` text,
	`words` text NOT NULL,
	`handler_id` text,
	`actor_id` text NOT NULL,
	`occurred_at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `compliance_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "compliance_steps_step" CHECK("__new_compliance_steps"."step" in ('entered', 'acknowledged', 'noted', 'handed_over', 'answered', 'reopened', 'suspended', 'data_taken')),
	CONSTRAINT "compliance_steps_result" CHECK("__new_compliance_steps"."result" in ('done', 'partly', 'refused')),
	CONSTRAINT "compliance_steps_answer" CHECK(("__new_compliance_steps"."result" is null) = ("__new_compliance_steps"."step" <> 'answered'))
);
--> statement-breakpoint
INSERT INTO `__new_compliance_steps`("id", "request_id", "step", "result", "words", "handler_id", "actor_id", "occurred_at") SELECT "id", "request_id", "step", "result", "words", "handler_id", "actor_id", "occurred_at" FROM `compliance_steps`;--> statement-breakpoint
DROP TABLE `compliance_steps`;--> statement-breakpoint
ALTER TABLE `__new_compliance_steps` RENAME TO `compliance_steps`;--> statement-breakpoint
CREATE INDEX `compliance_steps_request` ON `compliance_steps` (`request_id`);
--> statement-breakpoint
CREATE TRIGGER compliance_steps_no_update BEFORE UPDATE ON compliance_steps
BEGIN
  SELECT RAISE(ABORT, 'compliance_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER compliance_steps_no_delete BEFORE DELETE ON compliance_steps
BEGIN
  SELECT RAISE(ABORT, 'compliance_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER duty_terms_no_update BEFORE UPDATE ON duty_terms
BEGIN
  SELECT RAISE(ABORT, 'duty_terms is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER duty_terms_no_delete BEFORE DELETE ON duty_terms
BEGIN
  SELECT RAISE(ABORT, 'duty_terms is append-only');
END;
--> statement-breakpoint
-- How it ended is written once; what was told stands.
CREATE TRIGGER household_suspensions_no_update BEFORE UPDATE OF id, household_id, ground, reason, request_id, reference, term_id, told_at, told_by_id, effective_at ON household_suspensions
BEGIN
  SELECT RAISE(ABORT, 'what was told stands');
END;
--> statement-breakpoint
CREATE TRIGGER household_suspensions_ends_once BEFORE UPDATE OF state, ended_at, ended_by_id ON household_suspensions WHEN old.state <> 'waiting'
BEGIN
  SELECT RAISE(ABORT, 'a suspension ends once');
END;
--> statement-breakpoint
CREATE TRIGGER household_suspensions_no_delete BEFORE DELETE ON household_suspensions
BEGIN
  SELECT RAISE(ABORT, 'household_suspensions is append-only');
END;
--> statement-breakpoint
-- The household is told when it is announced and when it is taken back; that it is carried out says its own event.
CREATE TRIGGER notice_feed_suspension AFTER INSERT ON household_suspensions WHEN new.state = 'waiting'
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', new.id);
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_suspension_withdrawn AFTER UPDATE OF state ON household_suspensions WHEN new.state = 'withdrawn'
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('household', 'withdrawn:' || new.id);
END;
--> statement-breakpoint
INSERT INTO duty_terms (id, duty, effective_on, count, unit, source, confidence) VALUES
  ('cdt_00000000000070008000000000000001', 'suspension_notice', '2026-07-01', 5, 'days', 'Luật Thương mại điện tử 122/2025/QH15, Điều 18; Nghị định 248/2026/NĐ-CP', 'medium'),
  ('cdt_00000000000070008000000000000002', 'kept_content', '2026-07-01', 1, 'years', 'Luật Thương mại điện tử 122/2025/QH15, Điều 17; Nghị định 248/2026/NĐ-CP', 'medium');
