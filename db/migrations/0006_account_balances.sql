CREATE TABLE `account_balances` (
	`account_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`balance_vnd` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `ledger_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_balances_balance_vnd" CHECK("account_balances"."balance_vnd" is null or (typeof("account_balances"."balance_vnd") = 'integer'))
);
--> statement-breakpoint
CREATE INDEX `account_balances_open` ON `account_balances` (`kind`,`account_id`,`balance_vnd`) WHERE balance_vnd <> 0;--> statement-breakpoint
DROP INDEX `bank_transactions_status`;--> statement-breakpoint
CREATE INDEX `bank_transactions_received` ON `bank_transactions` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `bank_transactions_status` ON `bank_transactions` (`status`,`received_at`,`id`);
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
