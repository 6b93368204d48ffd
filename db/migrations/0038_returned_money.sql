CREATE TABLE `wallet_returns` (
	`disbursement_id` text PRIMARY KEY NOT NULL,
	`note` text NOT NULL,
	`reported_by_id` text NOT NULL,
	`reported_at` integer NOT NULL,
	`agreed_by_id` text,
	FOREIGN KEY (`disbursement_id`) REFERENCES `wallet_reports`(`disbursement_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wallet_returns_two_people" CHECK("wallet_returns"."agreed_by_id" is null or "wallet_returns"."agreed_by_id" <> "wallet_returns"."reported_by_id")
);
--> statement-breakpoint
CREATE TABLE `stray_refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`charge_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`status` text NOT NULL,
	`seen_at` integer NOT NULL,
	`proposed_by_id` text,
	`note` text,
	`refund_id` text,
	FOREIGN KEY (`charge_id`) REFERENCES `card_charges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refund_id`) REFERENCES `card_refunds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stray_refunds_amount_vnd" CHECK("stray_refunds"."amount_vnd" is null or (typeof("stray_refunds"."amount_vnd") = 'integer' and "stray_refunds"."amount_vnd" >= 1)),
	CONSTRAINT "stray_refunds_status" CHECK("stray_refunds"."status" in ('pending', 'succeeded', 'failed')),
	CONSTRAINT "stray_refunds_proposal" CHECK(("stray_refunds"."proposed_by_id" is null) = ("stray_refunds"."note" is null))
);
--> statement-breakpoint
CREATE INDEX `stray_refunds_charge` ON `stray_refunds` (`charge_id`);--> statement-breakpoint
CREATE TRIGGER wallet_returns_no_update BEFORE UPDATE OF disbursement_id, note, reported_by_id, reported_at ON wallet_returns
BEGIN
  SELECT RAISE(ABORT, 'wallet_returns: what was said stands');
END;
--> statement-breakpoint
CREATE TRIGGER wallet_returns_agreed_stays BEFORE UPDATE OF agreed_by_id ON wallet_returns
WHEN old.agreed_by_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'wallet_returns: what was agreed to stays');
END;
--> statement-breakpoint
CREATE TRIGGER wallet_returns_no_delete BEFORE DELETE ON wallet_returns
WHEN old.agreed_by_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'wallet_returns: what was agreed to stays');
END;
--> statement-breakpoint
CREATE TRIGGER stray_refunds_no_update BEFORE UPDATE OF id, charge_id, amount_vnd, seen_at ON stray_refunds
BEGIN
  SELECT RAISE(ABORT, 'stray_refunds: what was told stands');
END;
--> statement-breakpoint
CREATE TRIGGER stray_refunds_booked_stays BEFORE UPDATE OF proposed_by_id, note, refund_id ON stray_refunds
WHEN old.refund_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'stray_refunds: what is in the books stays');
END;
--> statement-breakpoint
CREATE TRIGGER stray_refunds_no_delete BEFORE DELETE ON stray_refunds
BEGIN
  SELECT RAISE(ABORT, 'stray_refunds: what was told stands');
END;
--> statement-breakpoint
-- What our account held at first is nobody's word alone, whatever the bank's balances say.
CREATE TRIGGER bank_openings_second_person BEFORE UPDATE OF status ON bank_openings
WHEN new.status = 'confirmed' AND new.decided_by_id = new.proposed_by_id
BEGIN
  SELECT RAISE(ABORT, 'bank_openings: a second person agrees');
END;
