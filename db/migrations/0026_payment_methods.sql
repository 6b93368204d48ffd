-- More ways to pay, and what of an order is to be taken in cash at the door.
-- Triggers that name a table which is made anew.
DROP TRIGGER transfers_balance;
--> statement-breakpoint
CREATE TABLE `__new_checkouts` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`submission_key` text NOT NULL,
	`buyer_id` text,
	`buyer_name` text NOT NULL,
	`buyer_phone` text NOT NULL,
	`commune_code` text NOT NULL,
	`address_line` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`method` text NOT NULL,
	`channel` text NOT NULL,
	`status` text NOT NULL,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`total_vnd` integer NOT NULL,
	`placed_at` integer NOT NULL,
	`pay_by` integer,
	`is_sample` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`buyer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commune_code`) REFERENCES `communes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "checkouts_items_vnd" CHECK("__new_checkouts"."items_vnd" is null or (typeof("__new_checkouts"."items_vnd") = 'integer' and "__new_checkouts"."items_vnd" >= 1)),
	CONSTRAINT "checkouts_shipping_vnd" CHECK("__new_checkouts"."shipping_vnd" is null or (typeof("__new_checkouts"."shipping_vnd") = 'integer' and "__new_checkouts"."shipping_vnd" >= 0)),
	CONSTRAINT "checkouts_total_vnd" CHECK("__new_checkouts"."total_vnd" is null or (typeof("__new_checkouts"."total_vnd") = 'integer' and "__new_checkouts"."total_vnd" >= 1)),
	CONSTRAINT "checkouts_total" CHECK("__new_checkouts"."total_vnd" = "__new_checkouts"."items_vnd" + "__new_checkouts"."shipping_vnd"),
	CONSTRAINT "checkouts_status_word" CHECK("__new_checkouts"."status" in ('awaiting_payment', 'accepted', 'expired', 'cancelled')),
	CONSTRAINT "checkouts_method" CHECK("__new_checkouts"."method" in ('vietqr', 'mobile_money', 'card', 'vietqr_on_delivery', 'cod')),
	CONSTRAINT "checkouts_channel" CHECK("__new_checkouts"."channel" in ('web', 'assisted', 'wholesale'))
);
--> statement-breakpoint
INSERT INTO `__new_checkouts`("id", "code", "submission_key", "buyer_id", "buyer_name", "buyer_phone", "commune_code", "address_line", "note", "language", "method", "channel", "status", "items_vnd", "shipping_vnd", "total_vnd", "placed_at", "pay_by", "is_sample") SELECT "id", "code", "submission_key", "buyer_id", "buyer_name", "buyer_phone", "commune_code", "address_line", "note", "language", "method", "channel", "status", "items_vnd", "shipping_vnd", "total_vnd", "placed_at", "pay_by", "is_sample" FROM `checkouts`;--> statement-breakpoint
DROP TABLE `checkouts`;--> statement-breakpoint
ALTER TABLE `__new_checkouts` RENAME TO `checkouts`;--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_code_unique` ON `checkouts` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `checkouts_submission_key_unique` ON `checkouts` (`submission_key`);--> statement-breakpoint
CREATE INDEX `checkouts_status` ON `checkouts` (`status`,`pay_by`);--> statement-breakpoint
CREATE INDEX `checkouts_buyer` ON `checkouts` (`buyer_id`);--> statement-breakpoint
CREATE INDEX `checkouts_phone` ON `checkouts` (`buyer_phone`);--> statement-breakpoint
CREATE TABLE `__new_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`checkout_id` text NOT NULL,
	`method` text NOT NULL,
	`status` text NOT NULL,
	`reference` text NOT NULL,
	`due_vnd` integer NOT NULL,
	`captured_vnd` integer DEFAULT 0 NOT NULL,
	`bank_bin` text NOT NULL,
	`account_number` text NOT NULL,
	`opened_at` integer NOT NULL,
	`paid_at` integer,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_due_vnd" CHECK("__new_payments"."due_vnd" is null or (typeof("__new_payments"."due_vnd") = 'integer' and "__new_payments"."due_vnd" >= 1)),
	CONSTRAINT "payments_captured_vnd" CHECK("__new_payments"."captured_vnd" is null or (typeof("__new_payments"."captured_vnd") = 'integer' and "__new_payments"."captured_vnd" >= 0)),
	CONSTRAINT "payments_status" CHECK("__new_payments"."status" in ('open', 'partially_paid', 'paid', 'expired', 'cancelled', 'on_delivery')),
	CONSTRAINT "payments_method" CHECK("__new_payments"."method" in ('vietqr', 'mobile_money', 'card', 'vietqr_on_delivery', 'cod'))
);
--> statement-breakpoint
INSERT INTO `__new_payments`("id", "checkout_id", "method", "status", "reference", "due_vnd", "captured_vnd", "bank_bin", "account_number", "opened_at", "paid_at") SELECT "id", "checkout_id", "method", "status", "reference", "due_vnd", "captured_vnd", "bank_bin", "account_number", "opened_at", "paid_at" FROM `payments`;--> statement-breakpoint
DROP TABLE `payments`;--> statement-breakpoint
ALTER TABLE `__new_payments` RENAME TO `payments`;--> statement-breakpoint
CREATE UNIQUE INDEX `payments_checkout_id_unique` ON `payments` (`checkout_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reference_unique` ON `payments` (`reference`);--> statement-breakpoint
CREATE INDEX `payments_opened` ON `payments` (`opened_at`);--> statement-breakpoint
CREATE TABLE `__new_allocation_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`allocation_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text,
	`amount_vnd` integer NOT NULL,
	FOREIGN KEY (`allocation_id`) REFERENCES `allocations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "allocation_parts_amount_vnd" CHECK("__new_allocation_parts"."amount_vnd" is null or (typeof("__new_allocation_parts"."amount_vnd") = 'integer' and "__new_allocation_parts"."amount_vnd" >= 1)),
	CONSTRAINT "allocation_parts_purpose" CHECK("__new_allocation_parts"."purpose" in ('order', 'send_back', 'disbursement', 'courier', 'income', 'fee', 'owner', 'known'))
);
--> statement-breakpoint
INSERT INTO `__new_allocation_parts`("id", "allocation_id", "purpose", "subject_id", "amount_vnd") SELECT "id", "allocation_id", "purpose", "subject_id", "amount_vnd" FROM `allocation_parts`;--> statement-breakpoint
DROP TABLE `allocation_parts`;--> statement-breakpoint
ALTER TABLE `__new_allocation_parts` RENAME TO `allocation_parts`;--> statement-breakpoint
CREATE INDEX `allocation_parts_allocation` ON `allocation_parts` (`allocation_id`);--> statement-breakpoint
CREATE TABLE `__new_disbursements` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`owner_id` text NOT NULL,
	`checkout_id` text,
	`amount_vnd` integer NOT NULL,
	`bank_bin` text NOT NULL,
	`sealed_account` text NOT NULL,
	`account_ending` text NOT NULL,
	`prepared_by_id` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`approved_by_id` text,
	`bank_transaction_id` text,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bank_transaction_id`) REFERENCES `bank_transactions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disbursements_amount_vnd" CHECK("__new_disbursements"."amount_vnd" is null or (typeof("__new_disbursements"."amount_vnd") = 'integer' and "__new_disbursements"."amount_vnd" >= 1)),
	CONSTRAINT "disbursements_kind" CHECK("__new_disbursements"."kind" in ('refund', 'payout')),
	CONSTRAINT "disbursements_status_word" CHECK("__new_disbursements"."status" in ('prepared', 'approved', 'paid', 'withdrawn', 'returned')),
	CONSTRAINT "disbursements_two_people" CHECK("__new_disbursements"."approved_by_id" is null or "__new_disbursements"."approved_by_id" <> "__new_disbursements"."prepared_by_id")
);
--> statement-breakpoint
INSERT INTO `__new_disbursements`("id", "code", "kind", "status", "owner_id", "checkout_id", "amount_vnd", "bank_bin", "sealed_account", "account_ending", "prepared_by_id", "prepared_at", "approved_by_id", "bank_transaction_id") SELECT "id", "code", "kind", "status", "owner_id", "checkout_id", "amount_vnd", "bank_bin", "sealed_account", "account_ending", "prepared_by_id", "prepared_at", "approved_by_id", "bank_transaction_id" FROM `disbursements`;--> statement-breakpoint
DROP TABLE `disbursements`;--> statement-breakpoint
ALTER TABLE `__new_disbursements` RENAME TO `disbursements`;--> statement-breakpoint
CREATE UNIQUE INDEX `disbursements_code_unique` ON `disbursements` (`code`);--> statement-breakpoint
CREATE INDEX `disbursements_owner` ON `disbursements` (`owner_id`);--> statement-breakpoint
CREATE INDEX `disbursements_status` ON `disbursements` (`status`,`prepared_at`,`id`);--> statement-breakpoint
CREATE INDEX `disbursements_transaction` ON `disbursements` (`bank_transaction_id`);--> statement-breakpoint
CREATE TABLE `__new_ledger_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "ledger_accounts_kind" CHECK("__new_ledger_accounts"."kind" in ('bank', 'card_clearing', 'gateway_fees', 'dispute_hold', 'dispute_losses', 'courier', 'household_cash', 'household_debt', 'buyer', 'refund_due', 'disbursement', 'suspense', 'outflow', 'bank_fees', 'other_income', 'owner_funds', 'household', 'commission'))
);
--> statement-breakpoint
INSERT INTO `__new_ledger_accounts`("id", "kind", "owner_id", "created_at") SELECT "id", "kind", "owner_id", "created_at" FROM `ledger_accounts`;--> statement-breakpoint
DROP TABLE `ledger_accounts`;--> statement-breakpoint
ALTER TABLE `__new_ledger_accounts` RENAME TO `ledger_accounts`;--> statement-breakpoint
CREATE TABLE `__new_transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`debit_account_id` text NOT NULL,
	`credit_account_id` text NOT NULL,
	`amount_vnd` integer NOT NULL,
	`reason` text NOT NULL,
	`reference_kind` text NOT NULL,
	`reference_id` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`local_date` text NOT NULL,
	FOREIGN KEY (`debit_account_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_account_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_amount_vnd" CHECK("__new_transfers"."amount_vnd" is null or (typeof("__new_transfers"."amount_vnd") = 'integer' and "__new_transfers"."amount_vnd" >= 1)),
	CONSTRAINT "transfers_two_accounts" CHECK("__new_transfers"."debit_account_id" <> "__new_transfers"."credit_account_id"),
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'cash_kept', 'order_refund_due', 'sale_returned', 'commission_returned', 'debt_recovered', 'bank_outflow', 'receipt_allocated', 'outflow_allocated', 'disbursement_approved', 'disbursement_undone', 'card_received', 'card_fee', 'card_refunded', 'card_refund_failed', 'dispute_opened', 'dispute_won', 'dispute_lost', 'line_undone'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;--> statement-breakpoint
DROP TABLE `transfers`;--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);--> statement-breakpoint
CREATE TABLE `__new_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`checkout_id` text NOT NULL,
	`household_id` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`status_by` text,
	`clock_at` integer,
	`items_vnd` integer NOT NULL,
	`shipping_vnd` integer NOT NULL,
	`total_vnd` integer NOT NULL,
	`commission_vnd` integer NOT NULL,
	`cash_vnd` integer NOT NULL,
	`pickup_point` text,
	`arrives_from` text,
	`arrives_by` text,
	`placed_at` integer NOT NULL,
	`confirmed_at` integer,
	`shipped_at` integer,
	`delivered_at` integer,
	`delivered_on` text,
	FOREIGN KEY (`checkout_id`) REFERENCES `checkouts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`household_id`) REFERENCES `households`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "orders_items_vnd" CHECK("__new_orders"."items_vnd" is null or (typeof("__new_orders"."items_vnd") = 'integer' and "__new_orders"."items_vnd" >= 1)),
	CONSTRAINT "orders_shipping_vnd" CHECK("__new_orders"."shipping_vnd" is null or (typeof("__new_orders"."shipping_vnd") = 'integer' and "__new_orders"."shipping_vnd" >= 0)),
	CONSTRAINT "orders_total_vnd" CHECK("__new_orders"."total_vnd" is null or (typeof("__new_orders"."total_vnd") = 'integer' and "__new_orders"."total_vnd" >= 1)),
	CONSTRAINT "orders_commission_vnd" CHECK("__new_orders"."commission_vnd" is null or (typeof("__new_orders"."commission_vnd") = 'integer' and "__new_orders"."commission_vnd" >= 0)),
	CONSTRAINT "orders_cash_vnd" CHECK("__new_orders"."cash_vnd" is null or (typeof("__new_orders"."cash_vnd") = 'integer' and "__new_orders"."cash_vnd" >= 0)),
	CONSTRAINT "orders_total" CHECK("__new_orders"."total_vnd" = "__new_orders"."items_vnd" + "__new_orders"."shipping_vnd"),
	CONSTRAINT "orders_status" CHECK("__new_orders"."status" in ('awaiting_payment', 'placed', 'confirmed', 'packed', 'shipped', 'delivered', 'cancelled', 'refused', 'lost', 'expired')),
	CONSTRAINT "orders_status_by" CHECK("__new_orders"."status_by" in ('buyer', 'household', 'department', 'clock', 'money'))
);
--> statement-breakpoint
INSERT INTO `__new_orders`("id", "code", "checkout_id", "household_id", "status", "status_reason", "status_by", "clock_at", "items_vnd", "shipping_vnd", "total_vnd", "commission_vnd", "cash_vnd", "pickup_point", "arrives_from", "arrives_by", "placed_at", "confirmed_at", "shipped_at", "delivered_at", "delivered_on") SELECT "id", "code", "checkout_id", "household_id", "status", "status_reason", "status_by", "clock_at", "items_vnd", "shipping_vnd", "total_vnd", "commission_vnd", CASE WHEN "status" IN ('placed', 'confirmed', 'packed', 'shipped', 'delivered') AND (SELECT "method" FROM `checkouts` WHERE "id" = "orders"."checkout_id") = 'cod' THEN "total_vnd" ELSE 0 END, "pickup_point", "arrives_from", "arrives_by", "placed_at", "confirmed_at", "shipped_at", "delivered_at", "delivered_on" FROM `orders`;--> statement-breakpoint
DROP TABLE `orders`;--> statement-breakpoint
ALTER TABLE `__new_orders` RENAME TO `orders`;--> statement-breakpoint
CREATE UNIQUE INDEX `orders_code_unique` ON `orders` (`code`);--> statement-breakpoint
CREATE INDEX `orders_checkout` ON `orders` (`checkout_id`);--> statement-breakpoint
CREATE INDEX `orders_household` ON `orders` (`household_id`,`status`,`placed_at`);--> statement-breakpoint
CREATE INDEX `orders_delivered` ON `orders` (`delivered_on`);--> statement-breakpoint
CREATE INDEX `orders_clock` ON `orders` (`clock_at`) WHERE clock_at is not null;
--> statement-breakpoint
CREATE TRIGGER orders_pickup_point_frozen BEFORE UPDATE OF pickup_point ON orders
WHEN old.pickup_point IS NOT new.pickup_point
BEGIN
  SELECT RAISE(ABORT, 'the pick-up point of an order is frozen');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_no_update BEFORE UPDATE ON ledger_accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER ledger_accounts_no_delete BEFORE DELETE ON ledger_accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger_accounts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'transfers is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER allocation_parts_no_update BEFORE UPDATE ON allocation_parts
BEGIN
  SELECT RAISE(ABORT, 'allocation_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER allocation_parts_no_delete BEFORE DELETE ON allocation_parts
BEGIN
  SELECT RAISE(ABORT, 'allocation_parts is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER disbursements_no_update BEFORE UPDATE OF code, kind, owner_id, checkout_id, amount_vnd, bank_bin, account_ending, prepared_by_id, prepared_at ON disbursements
BEGIN
  SELECT RAISE(ABORT, 'disbursements: what was prepared stands');
END;
--> statement-breakpoint
CREATE TRIGGER disbursements_no_delete BEFORE DELETE ON disbursements
BEGIN
  SELECT RAISE(ABORT, 'disbursements is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER transfers_balance AFTER INSERT ON transfers
BEGIN
  INSERT INTO account_balances (account_id, kind, balance_vnd)
    SELECT id, kind, new.amount_vnd FROM ledger_accounts WHERE id = new.debit_account_id
    ON CONFLICT (account_id) DO UPDATE SET balance_vnd = balance_vnd + excluded.balance_vnd;
  INSERT INTO account_balances (account_id, kind, balance_vnd)
    SELECT id, kind, -new.amount_vnd FROM ledger_accounts WHERE id = new.credit_account_id
    ON CONFLICT (account_id) DO UPDATE SET balance_vnd = balance_vnd + excluded.balance_vnd;
END;
--> statement-breakpoint
CREATE TRIGGER notice_feed_owed_back AFTER INSERT ON transfers
WHEN new.reason = 'excess_to_refund' OR (new.reason = 'order_refund_due' AND new.reference_kind = 'payment')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', new.id);
END;
--> statement-breakpoint
-- Money came for an order on its way: its household has to tell whoever brings it to take less.
CREATE TRIGGER notice_feed_less_at_door AFTER UPDATE OF cash_vnd ON orders
WHEN new.cash_vnd < old.cash_vnd AND new.status IN ('placed', 'confirmed', 'packed', 'shipped')
BEGIN
  INSERT INTO notice_feed(source, event_id) VALUES ('payment', 'door:' || new.id || ':' || new.cash_vnd);
END;
