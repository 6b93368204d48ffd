import {
  LEDGER_ACCOUNT_KINDS,
  TRANSFER_REASONS,
  type LedgerAccountKind,
  type TransferReason,
} from "../../app/domain/settlement/ledger-accounts";
import {
  DISBURSEMENT_KINDS,
  DISBURSEMENT_STATUSES,
  type DisbursementKind,
  type DisbursementStatus,
} from "../../app/domain/settlement/disbursement-status";
import {
  ALLOCATION_PURPOSES,
  ALLOCATION_STATUSES,
  type AllocationPurpose,
  type AllocationStatus,
} from "../../app/domain/settlement/allocation-purposes";
import { sql } from "drizzle-orm";
import { bps, id, instant, integerCheck, localDate, oneOf, text, vnd, vndCheck } from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { checkouts } from "./orders";
import { bankTransactions } from "./payments";

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
    index("transfers_day").on(t.localDate, t.id), // the journal of a month
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

/** Payouts that were prepared together, for one file of the bank. What stands about them is on each. */
export const payoutBatches = table(
  "payout_batches",
  {
    id: id(),
    code: text("code").notNull().unique(), // UB and seven symbols
    submissionKey: text("submission_key").notNull().unique(), // the same form sent twice makes one batch
    preparedById: text("prepared_by_id")
      .notNull()
      .references(() => users.id),
    preparedAt: instant("prepared_at").notNull(),
  },
  (t) => [index("payout_batches_prepared").on(t.preparedAt, t.id)],
);

/**
 * Money that we send from our account, each under a code of its own in the memo. What it may take from its owner is
 * held back in the ledger from its approval on.
 */
export const disbursements = table(
  "disbursements",
  {
    id: id(),
    code: text("code").notNull().unique(), // UR and seven symbols; by it the bank's line is known again
    kind: text("kind").$type<DisbursementKind>().notNull(),
    status: text("status").$type<DisbursementStatus>().notNull(),
    ownerId: text("owner_id").notNull(), // of the account that owes it: a checkout, or a line of the inbox
    checkoutId: text("checkout_id").references(() => checkouts.id),
    amountVnd: vnd("amount_vnd").notNull(),
    bankBin: text("bank_bin").notNull(),
    sealedAccount: text("sealed_account").notNull(), // as it was when it was prepared
    accountEnding: text("account_ending").notNull(),
    preparedById: text("prepared_by_id")
      .notNull()
      .references(() => users.id),
    preparedAt: instant("prepared_at").notNull(),
    approvedById: text("approved_by_id").references(() => users.id), // somebody else
    bankTransactionId: text("bank_transaction_id").references(() => bankTransactions.id), // by which it left
    batchId: text("batch_id").references(() => payoutBatches.id), // of a payout; null: a refund
  },
  (t) => [
    index("disbursements_owner").on(t.ownerId),
    index("disbursements_status").on(t.status, t.preparedAt, t.id),
    index("disbursements_transaction").on(t.bankTransactionId),
    index("disbursements_batch").on(t.batchId),
    vndCheck("disbursements_amount_vnd", t.amountVnd, 1),
    oneOf("disbursements_kind", t.kind, DISBURSEMENT_KINDS),
    check(
      "disbursements_batch_of_payout",
      sql`(${t.kind} = 'payout') = (${t.batchId} is not null)`,
    ),
    oneOf("disbursements_status_word", t.status, DISBURSEMENT_STATUSES),
    check(
      "disbursements_two_people",
      sql`${t.approvedById} is null or ${t.approvedById} <> ${t.preparedById}`,
    ),
  ],
);

/** Each move of a disbursement. Append-only (trigger). */
export const disbursementEvents = table(
  "disbursement_events",
  {
    id: id(),
    disbursementId: text("disbursement_id")
      .notNull()
      .references(() => disbursements.id),
    fromStatus: text("from_status").$type<DisbursementStatus>(), // null: it was prepared
    toStatus: text("to_status").$type<DisbursementStatus>().notNull(),
    actorId: text("actor_id").references(() => users.id), // null: the bank's line moved it
    note: text("note"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("disbursement_events_disbursement").on(t.disbursementId, t.occurredAt)],
);

/** What a person says that a line in suspense was for. From a limit on it waits for a second person. */
export const allocations = table(
  "allocations",
  {
    id: id(),
    bankTransactionId: text("bank_transaction_id")
      .notNull()
      .references(() => bankTransactions.id),
    status: text("status").$type<AllocationStatus>().notNull(),
    note: text("note").notNull(),
    proposedById: text("proposed_by_id")
      .notNull()
      .references(() => users.id),
    proposedAt: instant("proposed_at").notNull(),
    decidedById: text("decided_by_id").references(() => users.id),
    decidedAt: instant("decided_at"),
    decisionNote: text("decision_note"),
  },
  (t) => [
    index("allocations_line").on(t.bankTransactionId),
    // One answer at a time, and one that stands.
    uniqueIndex("allocations_one_standing")
      .on(t.bankTransactionId)
      .where(sql`status <> 'refused'`),
    index("allocations_waiting")
      .on(t.proposedAt)
      .where(sql`status = 'proposed'`),
    oneOf("allocations_status", t.status, ALLOCATION_STATUSES),
  ],
);

/** A line's amount, part by part; the parts add up to it. Append-only (trigger). */
export const allocationParts = table(
  "allocation_parts",
  {
    id: id(),
    allocationId: text("allocation_id")
      .notNull()
      .references(() => allocations.id),
    purpose: text("purpose").$type<AllocationPurpose>().notNull(),
    subjectId: text("subject_id"), // the checkout or the disbursement; null for the other purposes
    amountVnd: vnd("amount_vnd").notNull(),
  },
  (t) => [
    index("allocation_parts_allocation").on(t.allocationId),
    vndCheck("allocation_parts_amount_vnd", t.amountVnd, 1),
    oneOf("allocation_parts_purpose", t.purpose, ALLOCATION_PURPOSES),
  ],
);
