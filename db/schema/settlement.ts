import {
  LEDGER_ACCOUNT_KINDS,
  TRANSFER_REASONS,
  type LedgerAccountKind,
  type TransferReason,
} from "../../app/domain/settlement/ledger-accounts";
import { sql } from "drizzle-orm";
import { bps, id, instant, integerCheck, localDate, oneOf, text, vnd, vndCheck } from "../columns";
import { check, index, table } from "../dialect";

/** A balance holder; the id is `kind` or `kind:owner`. */
export const ledgerAccounts = table(
  "ledger_accounts",
  {
    id: id(),
    kind: text("kind").$type<LedgerAccountKind>().notNull(),
    ownerId: text("owner_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [oneOf("ledger_accounts_kind", t.kind, LEDGER_ACCOUNT_KINDS)],
);

/**
 * What each account holds, its debits less its credits: below zero for what we owe. The database keeps it with
 * every transfer (trigger), so that nobody adds up a history to know a balance.
 */
export const accountBalances = table(
  "account_balances",
  {
    accountId: text("account_id")
      .primaryKey()
      .references(() => ledgerAccounts.id),
    kind: text("kind").$type<LedgerAccountKind>().notNull(),
    balanceVnd: vnd("balance_vnd").notNull(),
  },
  (t) => [
    // Accounts that hold something: few, whatever the history.
    index("account_balances_open")
      .on(t.kind, t.accountId, t.balanceVnd)
      .where(sql`balance_vnd <> 0`),
    integerCheck("account_balances_balance_vnd", t.balanceVnd),
  ],
);

/** One row debits one account and credits another: it cannot be unbalanced. Append-only (trigger). */
export const transfers = table(
  "transfers",
  {
    id: id(),
    key: text("key").notNull().unique(), // the same fact is posted once
    debitAccountId: text("debit_account_id")
      .notNull()
      .references(() => ledgerAccounts.id),
    creditAccountId: text("credit_account_id")
      .notNull()
      .references(() => ledgerAccounts.id),
    amountVnd: vnd("amount_vnd").notNull(),
    reason: text("reason").$type<TransferReason>().notNull(),
    referenceKind: text("reference_kind").notNull(),
    referenceId: text("reference_id").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    localDate: localDate("local_date").notNull(),
  },
  (t) => [
    index("transfers_debit").on(t.debitAccountId),
    index("transfers_credit").on(t.creditAccountId),
    index("transfers_reference").on(t.referenceKind, t.referenceId),
    vndCheck("transfers_amount_vnd", t.amountVnd, 1),
    check("transfers_two_accounts", sql`${t.debitAccountId} <> ${t.creditAccountId}`),
    oneOf("transfers_reason", t.reason, TRANSFER_REASONS),
  ],
);

/** The marketplace's share, from a date on; frozen on the line when an order is placed. */
export const commissionRules = table(
  "commission_rules",
  {
    id: id(),
    effectiveOn: localDate("effective_on").notNull(),
    rateBps: bps("rate_bps").notNull(),
  },
  (t) => [
    index("commission_rules_effective").on(t.effectiveOn),
    integerCheck("commission_rules_rate_bps", t.rateBps, 0),
  ],
);
