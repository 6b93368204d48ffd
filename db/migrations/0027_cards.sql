CREATE TABLE `card_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`status` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`language` text NOT NULL,
	`return_url` text NOT NULL,
	`session_id` text,
	`url` text,
	`intent_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`look_at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "card_attempts_amount_vnd" CHECK("card_attempts"."amount_vnd" is null or (typeof("card_attempts"."amount_vnd") = 'integer' and "card_attempts"."amount_vnd" >= 1)),
	CONSTRAINT "card_attempts_status" CHECK("card_attempts"."status" in ('creating', 'open', 'paid', 'expired', 'failed')),
	CONSTRAINT "card_attempts_language" CHECK("card_attempts"."language" in ('vi', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `card_attempts_session_id_unique` ON `card_attempts` (`session_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `card_attempts_intent_id_unique` ON `card_attempts` (`intent_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `card_attempts_one_standing` ON `card_attempts` (`payment_id`) WHERE status in ('creating', 'open');--> statement-breakpoint
CREATE INDEX `card_attempts_look` ON `card_attempts` (`look_at`) WHERE status in ('creating', 'open');--> statement-breakpoint
CREATE INDEX `card_attempts_payment` ON `card_attempts` (`payment_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `card_charges` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`intent_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`fee_vnd` integer,
	`reason` text NOT NULL,
	`received_at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `card_attempts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "card_charges_amount_vnd" CHECK("card_charges"."amount_vnd" is null or (typeof("card_charges"."amount_vnd") = 'integer' and "card_charges"."amount_vnd" >= 1)),
	CONSTRAINT "card_charges_fee_vnd" CHECK("card_charges"."fee_vnd" is null or (typeof("card_charges"."fee_vnd") = 'integer' and "card_charges"."fee_vnd" >= 0)),
	CONSTRAINT "card_charges_reason" CHECK("card_charges"."reason" in ('paid', 'partially_paid', 'overpaid', 'late_accepted', 'refund_due', 'no_reference', 'several_references', 'not_awaiting_transfer', 'allocated', 'disbursed', 'outgoing', 'disbursement_differs', 'may_be_known', 'told_twice', 'not_positive', 'other_account'))
);
--> statement-breakpoint
CREATE INDEX `card_charges_attempt` ON `card_charges` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `card_charges_intent` ON `card_charges` (`intent_id`);--> statement-breakpoint
CREATE TABLE `card_disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`charge_id` text NOT NULL,
	`status` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`fee_vnd` integer NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`charge_id`) REFERENCES `card_charges`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "card_disputes_amount_vnd" CHECK("card_disputes"."amount_vnd" is null or (typeof("card_disputes"."amount_vnd") = 'integer' and "card_disputes"."amount_vnd" >= 1)),
	CONSTRAINT "card_disputes_fee_vnd" CHECK("card_disputes"."fee_vnd" is null or (typeof("card_disputes"."fee_vnd") = 'integer' and "card_disputes"."fee_vnd" >= 0)),
	CONSTRAINT "card_disputes_status" CHECK("card_disputes"."status" in ('open', 'won', 'lost'))
);
--> statement-breakpoint
CREATE INDEX `card_disputes_charge` ON `card_disputes` (`charge_id`);--> statement-breakpoint
CREATE TABLE `card_events` (
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
	CONSTRAINT "card_events_amount_vnd" CHECK("card_events"."amount_vnd" is null or (typeof("card_events"."amount_vnd") = 'integer')),
	CONSTRAINT "card_events_status_word" CHECK("card_events"."status" in ('taken', 'ignored', 'quarantined')),
	CONSTRAINT "card_events_reason" CHECK("card_events"."reason" in ('told', 'other_kind', 'other_mode', 'other_account', 'other_version', 'unknown_order', 'other_order', 'amount_differs', 'currency_differs', 'unknown_refund')),
	CONSTRAINT "card_events_told_by" CHECK("card_events"."told_by" in ('webhook', 'list'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `card_events_event` ON `card_events` (`event_id`,`fingerprint`);--> statement-breakpoint
CREATE INDEX `card_events_status` ON `card_events` (`status`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `card_events_received` ON `card_events` (`received_at`,`id`);--> statement-breakpoint
CREATE TABLE `card_polls` (
	`provider` text PRIMARY KEY NOT NULL,
	`cursor_seconds` integer NOT NULL,
	`succeeded_at` integer,
	`failed_at` integer,
	`failure` text
);
--> statement-breakpoint
CREATE TABLE `card_refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`charge_id` text NOT NULL,
	`status` text NOT NULL,
	`cause` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`provider_refund_id` text,
	`prepared_by_id` text,
	`prepared_at` integer NOT NULL,
	`approved_by_id` text,
	`sent_at` integer,
	FOREIGN KEY (`charge_id`) REFERENCES `card_charges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "card_refunds_amount_vnd" CHECK("card_refunds"."amount_vnd" is null or (typeof("card_refunds"."amount_vnd") = 'integer' and "card_refunds"."amount_vnd" >= 1)),
	CONSTRAINT "card_refunds_status" CHECK("card_refunds"."status" in ('prepared', 'withdrawn', 'sending', 'pending', 'succeeded', 'failed')),
	CONSTRAINT "card_refunds_cause" CHECK("card_refunds"."cause" in ('duplicate', 'owed')),
	CONSTRAINT "card_refunds_two_people" CHECK("card_refunds"."approved_by_id" is null or "card_refunds"."approved_by_id" <> "card_refunds"."prepared_by_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `card_refunds_provider_refund_id_unique` ON `card_refunds` (`provider_refund_id`);--> statement-breakpoint
CREATE INDEX `card_refunds_charge` ON `card_refunds` (`charge_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `card_refunds_one_prepared` ON `card_refunds` (`charge_id`) WHERE status = 'prepared';--> statement-breakpoint
CREATE INDEX `card_refunds_open` ON `card_refunds` (`status`,`prepared_at`) WHERE status in ('prepared', 'sending');--> statement-breakpoint
-- What was asked of the provider stands; what became of it moves on.
CREATE TRIGGER card_attempts_no_update BEFORE UPDATE OF payment_id, amount_vnd, language, return_url, created_at, expires_at ON card_attempts
BEGIN
  SELECT RAISE(ABORT, 'card_attempts: what was asked stands');
END;
--> statement-breakpoint
CREATE TRIGGER card_attempts_no_delete BEFORE DELETE ON card_attempts
BEGIN
  SELECT RAISE(ABORT, 'card_attempts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER card_attempts_paid_stays BEFORE UPDATE OF status ON card_attempts
WHEN old.status = 'paid' AND new.status <> 'paid'
BEGIN
  SELECT RAISE(ABORT, 'card_attempts: paid stays paid');
END;
--> statement-breakpoint
CREATE TRIGGER card_charges_no_update BEFORE UPDATE OF id, attempt_id, intent_id, amount_vnd, reason, received_at ON card_charges
BEGIN
  SELECT RAISE(ABORT, 'card_charges is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER card_charges_fee_stays BEFORE UPDATE OF fee_vnd ON card_charges
WHEN old.fee_vnd IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'card_charges: a fee is told once');
END;
--> statement-breakpoint
CREATE TRIGGER card_charges_no_delete BEFORE DELETE ON card_charges
BEGIN
  SELECT RAISE(ABORT, 'card_charges is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER card_refunds_no_update BEFORE UPDATE OF charge_id, cause, amount_vnd, prepared_by_id, prepared_at ON card_refunds
BEGIN
  SELECT RAISE(ABORT, 'card_refunds: what was prepared stands');
END;
--> statement-breakpoint
CREATE TRIGGER card_refunds_no_delete BEFORE DELETE ON card_refunds
BEGIN
  SELECT RAISE(ABORT, 'card_refunds is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER card_disputes_no_update BEFORE UPDATE OF charge_id, amount_vnd, fee_vnd, opened_at ON card_disputes
BEGIN
  SELECT RAISE(ABORT, 'card_disputes: what was told stands');
END;
--> statement-breakpoint
CREATE TRIGGER card_disputes_no_delete BEFORE DELETE ON card_disputes
BEGIN
  SELECT RAISE(ABORT, 'card_disputes is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER card_events_no_update BEFORE UPDATE ON card_events
BEGIN
  SELECT RAISE(ABORT, 'card_events is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER card_events_no_delete BEFORE DELETE ON card_events
BEGIN
  SELECT RAISE(ABORT, 'card_events is append-only');
END;
