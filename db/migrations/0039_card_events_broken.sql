CREATE TABLE `__new_card_events` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`type` text NOT NULL,
	`about_kind` text NOT NULL,
	`about_id` text NOT NULL,
	`attempt_id` text,
	`amount_vnd` integer,
	`currency` text,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`told_by` text NOT NULL,
	`is_live` integer NOT NULL,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	CONSTRAINT "card_events_amount_vnd" CHECK("__new_card_events"."amount_vnd" is null or (typeof("__new_card_events"."amount_vnd") = 'integer')),
	CONSTRAINT "card_events_status_word" CHECK("__new_card_events"."status" in ('taken', 'ignored', 'quarantined')),
	CONSTRAINT "card_events_reason" CHECK("__new_card_events"."reason" in ('told', 'other_kind', 'other_mode', 'other_account', 'other_version', 'unknown_order', 'other_order', 'amount_differs', 'currency_differs', 'unknown_refund', 'broken')),
	CONSTRAINT "card_events_told_by" CHECK("__new_card_events"."told_by" in ('webhook', 'list'))
);
--> statement-breakpoint
INSERT INTO `__new_card_events`("id", "event_id", "fingerprint", "type", "about_kind", "about_id", "attempt_id", "amount_vnd", "currency", "status", "reason", "told_by", "is_live", "occurred_at", "received_at") SELECT "id", "event_id", "fingerprint", "type", "about_kind", "about_id", "attempt_id", "amount_vnd", "currency", "status", "reason", "told_by", "is_live", "occurred_at", "received_at" FROM `card_events`;--> statement-breakpoint
DROP TABLE `card_events`;--> statement-breakpoint
ALTER TABLE `__new_card_events` RENAME TO `card_events`;--> statement-breakpoint
CREATE UNIQUE INDEX `card_events_event` ON `card_events` (`event_id`,`fingerprint`);--> statement-breakpoint
CREATE INDEX `card_events_status` ON `card_events` (`status`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `card_events_received` ON `card_events` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `card_events_broken` ON `card_events` (`occurred_at`) WHERE reason = 'broken';--> statement-breakpoint
CREATE TRIGGER card_events_no_update BEFORE UPDATE OF id, event_id, fingerprint, type, about_kind, about_id, attempt_id, amount_vnd, currency, told_by, is_live, occurred_at, received_at ON card_events
BEGIN
  SELECT RAISE(ABORT, 'card_events is append-only');
END;
--> statement-breakpoint
-- Only what broke may turn out to be something else.
CREATE TRIGGER card_events_no_verdict BEFORE UPDATE OF status, reason ON card_events
WHEN old.reason <> 'broken'
BEGIN
  SELECT RAISE(ABORT, 'card_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER card_events_no_delete BEFORE DELETE ON card_events
BEGIN
  SELECT RAISE(ABORT, 'card_events is append-only');
END;
--> statement-breakpoint
-- The provider takes more for a dispute when it is answered or lost.
DROP TRIGGER card_disputes_no_update;
--> statement-breakpoint
CREATE TRIGGER card_disputes_no_update BEFORE UPDATE OF charge_id, amount_vnd, opened_at ON card_disputes
BEGIN
  SELECT RAISE(ABORT, 'card_disputes: what was told stands');
END;
--> statement-breakpoint
CREATE TRIGGER card_disputes_fee_grows BEFORE UPDATE OF fee_vnd ON card_disputes
WHEN new.fee_vnd < old.fee_vnd
BEGIN
  SELECT RAISE(ABORT, 'card_disputes: a fee that was taken stands');
END;
