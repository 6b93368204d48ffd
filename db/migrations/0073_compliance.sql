CREATE TABLE `compliance_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_whom` text NOT NULL,
	`way` text NOT NULL,
	`paper_number` text NOT NULL,
	`received_at` integer NOT NULL,
	`asked` text NOT NULL,
	`about_kind` text,
	`about_id` text,
	`about_code` text,
	`term_id` text NOT NULL,
	`paper_due_at` integer,
	`acknowledge_by` integer,
	`answer_by` integer,
	`entered_at` integer NOT NULL,
	`entered_by_id` text NOT NULL,
	`handler_id` text NOT NULL,
	`acknowledged_at` integer,
	`answered_at` integer,
	`result` text,
	`due_at` integer,
	FOREIGN KEY (`term_id`) REFERENCES `request_terms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "compliance_requests_kind" CHECK("compliance_requests"."kind" in ('authority_information', 'takedown', 'suspension', 'data_access', 'data_rectification', 'data_deletion', 'data_objection', 'complaint')),
	CONSTRAINT "compliance_requests_way" CHECK("compliance_requests"."way" in ('letter', 'mail', 'phone', 'in_person', 'online')),
	CONSTRAINT "compliance_requests_about_kind" CHECK("compliance_requests"."about_kind" in ('household', 'product', 'order', 'post', 'person')),
	CONSTRAINT "compliance_requests_result" CHECK("compliance_requests"."result" in ('done', 'partly', 'refused')),
	CONSTRAINT "compliance_requests_received_at" CHECK("compliance_requests"."received_at" is null or (typeof("compliance_requests"."received_at") = 'integer' and "compliance_requests"."received_at" >= 0)),
	CONSTRAINT "compliance_requests_about" CHECK(("compliance_requests"."about_kind" is null) = ("compliance_requests"."about_id" is null)),
	CONSTRAINT "compliance_requests_ended" CHECK(("compliance_requests"."result" is null) = ("compliance_requests"."answered_at" is null))
);
--> statement-breakpoint
CREATE INDEX `compliance_requests_open` ON `compliance_requests` (`due_at`) WHERE "compliance_requests"."answered_at" is null;--> statement-breakpoint
CREATE INDEX `compliance_requests_answered` ON `compliance_requests` (`answered_at`);--> statement-breakpoint
CREATE INDEX `compliance_requests_received` ON `compliance_requests` (`received_at`);--> statement-breakpoint
CREATE TABLE `compliance_steps` (
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
	CONSTRAINT "compliance_steps_step" CHECK("compliance_steps"."step" in ('entered', 'acknowledged', 'noted', 'handed_over', 'answered', 'reopened')),
	CONSTRAINT "compliance_steps_result" CHECK("compliance_steps"."result" in ('done', 'partly', 'refused')),
	CONSTRAINT "compliance_steps_answer" CHECK(("compliance_steps"."result" is null) = ("compliance_steps"."step" <> 'answered'))
);
--> statement-breakpoint
CREATE INDEX `compliance_steps_request` ON `compliance_steps` (`request_id`);--> statement-breakpoint
CREATE TABLE `request_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`effective_on` text NOT NULL,
	`acknowledge_count` integer,
	`acknowledge_unit` text,
	`answer_count` integer,
	`answer_unit` text,
	`source` text NOT NULL,
	`confidence` text NOT NULL,
	CONSTRAINT "request_terms_kind_word" CHECK("request_terms"."kind" in ('authority_information', 'takedown', 'suspension', 'data_access', 'data_rectification', 'data_deletion', 'data_objection', 'complaint')),
	CONSTRAINT "request_terms_acknowledge_unit" CHECK("request_terms"."acknowledge_unit" in ('hours', 'days', 'working_days')),
	CONSTRAINT "request_terms_answer_unit" CHECK("request_terms"."answer_unit" in ('hours', 'days', 'working_days')),
	CONSTRAINT "request_terms_confidence" CHECK("request_terms"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "request_terms_acknowledge_count" CHECK("request_terms"."acknowledge_count" is null or (typeof("request_terms"."acknowledge_count") = 'integer' and "request_terms"."acknowledge_count" >= 1)),
	CONSTRAINT "request_terms_answer_count" CHECK("request_terms"."answer_count" is null or (typeof("request_terms"."answer_count") = 'integer' and "request_terms"."answer_count" >= 1)),
	CONSTRAINT "request_terms_pairs" CHECK(("request_terms"."acknowledge_count" is null) = ("request_terms"."acknowledge_unit" is null) and ("request_terms"."answer_count" is null) = ("request_terms"."answer_unit" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_terms_kind` ON `request_terms` (`kind`,`effective_on`);
--> statement-breakpoint
CREATE TRIGGER request_terms_no_update BEFORE UPDATE ON request_terms
BEGIN
  SELECT RAISE(ABORT, 'request_terms is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER request_terms_no_delete BEFORE DELETE ON request_terms
BEGIN
  SELECT RAISE(ABORT, 'request_terms is append-only');
END;
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
-- Who has it and how it ended moves; what was asked, and until when, stands.
CREATE TRIGGER compliance_requests_no_update BEFORE UPDATE OF id, kind, from_whom, way, paper_number, received_at, asked, about_kind, about_id, about_code, term_id, paper_due_at, acknowledge_by, answer_by, entered_at, entered_by_id ON compliance_requests
BEGIN
  SELECT RAISE(ABORT, 'what was asked stands');
END;
--> statement-breakpoint
CREATE TRIGGER compliance_requests_no_delete BEFORE DELETE ON compliance_requests
BEGIN
  SELECT RAISE(ABORT, 'compliance_requests is append-only');
END;
--> statement-breakpoint
-- The terms as far as they are known; a new rule is a new row with its day, in a later migration.
INSERT INTO request_terms (id, kind, effective_on, acknowledge_count, acknowledge_unit, answer_count, answer_unit, source, confidence) VALUES
  ('crt_00000000000070008000000000000001', 'authority_information', '2026-07-01', NULL, NULL, 24, 'hours', 'Luật Thương mại điện tử 122/2025/QH15, Điều 18; Nghị định 248/2026/NĐ-CP', 'medium'),
  ('crt_00000000000070008000000000000002', 'takedown', '2026-07-01', NULL, NULL, 24, 'hours', 'Luật Thương mại điện tử 122/2025/QH15, Điều 17; Nghị định 248/2026/NĐ-CP', 'medium'),
  ('crt_00000000000070008000000000000003', 'suspension', '2026-07-01', NULL, NULL, 24, 'hours', 'Luật Thương mại điện tử 122/2025/QH15, Điều 18; Nghị định 248/2026/NĐ-CP', 'medium'),
  ('crt_00000000000070008000000000000004', 'data_access', '2026-01-01', 2, 'working_days', 10, 'days', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'medium'),
  ('crt_00000000000070008000000000000005', 'data_rectification', '2026-01-01', 2, 'working_days', 10, 'days', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'medium'),
  ('crt_00000000000070008000000000000006', 'data_deletion', '2026-01-01', 2, 'working_days', 20, 'days', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'medium'),
  ('crt_00000000000070008000000000000007', 'data_objection', '2026-01-01', 2, 'working_days', 15, 'days', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP', 'medium'),
  ('crt_00000000000070008000000000000008', 'complaint', '2026-01-01', NULL, NULL, NULL, NULL, 'Luật Thương mại điện tử 122/2025/QH15, Điều 11 (cơ chế khiếu nại); chưa thấy thời hạn trong văn bản đã đọc', 'low');
