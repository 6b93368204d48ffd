-- Two more words in the ledger's lists. SQLite changes a CHECK by making the table anew: the balances, which follow
-- from the transfers, go first and come back last, because they refer to the accounts.
DROP TRIGGER transfers_balance;
--> statement-breakpoint
DROP TABLE `account_balances`;
--> statement-breakpoint
CREATE TABLE `__new_ledger_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_id` text,
	`created_at` integer NOT NULL,
	CONSTRAINT "ledger_accounts_kind" CHECK("__new_ledger_accounts"."kind" in ('bank', 'courier', 'household_cash', 'buyer', 'refund_due', 'suspense', 'household', 'commission'))
);
--> statement-breakpoint
INSERT INTO `__new_ledger_accounts`("id", "kind", "owner_id", "created_at") SELECT "id", "kind", "owner_id", "created_at" FROM `ledger_accounts`;
--> statement-breakpoint
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
	FOREIGN KEY (`debit_account_id`) REFERENCES `__new_ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_account_id`) REFERENCES `__new_ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_amount_vnd" CHECK("__new_transfers"."amount_vnd" is null or (typeof("__new_transfers"."amount_vnd") = 'integer' and "__new_transfers"."amount_vnd" >= 1)),
	CONSTRAINT "transfers_two_accounts" CHECK("__new_transfers"."debit_account_id" <> "__new_transfers"."credit_account_id"),
	CONSTRAINT "transfers_reason" CHECK("__new_transfers"."reason" in ('bank_receipt', 'excess_to_refund', 'cash_collected', 'order_settled', 'commission_taken', 'cash_kept', 'order_refund_due'))
);
--> statement-breakpoint
INSERT INTO `__new_transfers`("id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date") SELECT "id", "key", "debit_account_id", "credit_account_id", "amount_vnd", "reason", "reference_kind", "reference_id", "occurred_at", "local_date" FROM `transfers`;
--> statement-breakpoint
DROP TABLE `transfers`;
--> statement-breakpoint
DROP TABLE `ledger_accounts`;
--> statement-breakpoint
ALTER TABLE `__new_ledger_accounts` RENAME TO `ledger_accounts`;
--> statement-breakpoint
ALTER TABLE `__new_transfers` RENAME TO `transfers`;
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_key_unique` ON `transfers` (`key`);
--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account_id`);
--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account_id`);
--> statement-breakpoint
CREATE INDEX `transfers_reference` ON `transfers` (`reference_kind`,`reference_id`);
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
CREATE TABLE `account_balances` (
	`account_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`balance_vnd` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_balances_balance_vnd" CHECK("account_balances"."balance_vnd" is null or (typeof("account_balances"."balance_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE INDEX `account_balances_open` ON `account_balances` (`kind`,`account_id`,`balance_vnd`) WHERE balance_vnd <> 0;
--> statement-breakpoint
-- Each transfer moves both balances, whoever writes it.
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
INSERT INTO account_balances (account_id, kind, balance_vnd)
  SELECT moved.account_id, ledger_accounts.kind, SUM(moved.amount_vnd) FROM (
    SELECT debit_account_id AS account_id, amount_vnd FROM transfers
    UNION ALL
    SELECT credit_account_id, -amount_vnd FROM transfers
  ) AS moved
  INNER JOIN ledger_accounts ON ledger_accounts.id = moved.account_id
  GROUP BY moved.account_id;
--> statement-breakpoint
-- Cash that households took at the door themselves was posted as if a courier had it: corrections are new transfers.
INSERT INTO ledger_accounts (id, kind, owner_id, created_at)
  SELECT 'household_cash:' || orders.household_id, 'household_cash', orders.household_id, MIN(taken.occurred_at)
  FROM transfers AS taken
    INNER JOIN orders ON orders.id = taken.reference_id
    INNER JOIN shipments ON shipments.order_id = orders.id
  WHERE taken.reference_kind = 'order' AND taken.reason = 'cash_collected'
    AND taken.debit_account_id = 'courier' AND shipments.carrier IN ('self', '')
  GROUP BY orders.household_id;
--> statement-breakpoint
INSERT INTO transfers (id, key, debit_account_id, credit_account_id, amount_vnd, reason, reference_kind, reference_id, occurred_at, local_date)
  SELECT 'trf_' || lower(hex(randomblob(16))), 'order:' || orders.id || ':moved', 'household_cash:' || orders.household_id,
    'courier', taken.amount_vnd, 'cash_collected', 'order', orders.id, CAST(strftime('%s', 'now') AS integer) * 1000, date('now', '+7 hours')
  FROM transfers AS taken
    INNER JOIN orders ON orders.id = taken.reference_id
    INNER JOIN shipments ON shipments.order_id = orders.id
  WHERE taken.reference_kind = 'order' AND taken.reason = 'cash_collected'
    AND taken.debit_account_id = 'courier' AND shipments.carrier IN ('self', '');
--> statement-breakpoint
INSERT INTO transfers (id, key, debit_account_id, credit_account_id, amount_vnd, reason, reference_kind, reference_id, occurred_at, local_date)
  SELECT 'trf_' || lower(hex(randomblob(16))), 'order:' || orders.id || ':kept', 'household:' || orders.household_id,
    'household_cash:' || orders.household_id, orders.total_vnd - orders.commission_vnd, 'cash_kept', 'order', orders.id,
    CAST(strftime('%s', 'now') AS integer) * 1000, date('now', '+7 hours')
  FROM transfers AS taken
    INNER JOIN orders ON orders.id = taken.reference_id
    INNER JOIN shipments ON shipments.order_id = orders.id
  WHERE taken.reference_kind = 'order' AND taken.reason = 'cash_collected'
    AND taken.debit_account_id = 'courier' AND shipments.carrier IN ('self', '') AND orders.total_vnd > orders.commission_vnd;
