import {
  BANK_TRANSACTION_REASONS,
  BANK_TRANSACTION_STATUSES,
  PAYMENT_STATUSES,
  type BankTransactionReason,
  type BankTransactionStatus,
  type PaymentStatus,
} from "../../app/domain/payments/payment-status";
import { PAYMENT_METHODS, type PaymentMethod } from "../../app/domain/orders/payment-methods";
import { BANK_PROVIDERS, type BankProvider } from "../../app/domain/payments/bank-notice";
import { sql } from "drizzle-orm";
import { id, instant, integerCheck, oneOf, text, vnd, vndCheck } from "../columns";
import { index, table, uniqueIndex } from "../dialect";
import { checkouts } from "./orders";

/**
 * What a release before seals left in clear, which no migration can seal: an index of nothing as soon as the server has
 * begun, because triggers let only seals in.
 */
export const IS_CLEAR = sql`substr(sealed_body, 1, 3) <> 's1.'`;

/** The attempt to collect what a checkout costs. `captured_vnd` equals what the ledger says it received. */
export const payments = table(
  "payments",
  {
    id: id(),
    checkoutId: text("checkout_id")
      .notNull()
      .unique()
      .references(() => checkouts.id),
    method: text("method").$type<PaymentMethod>().notNull(),
    status: text("status").$type<PaymentStatus>().notNull(),
    reference: text("reference").notNull().unique(), // the order reference in the transfer's memo
    dueVnd: vnd("due_vnd").notNull(),
    capturedVnd: vnd("captured_vnd").notNull().default(0), // applied to what was due
    bankBin: text("bank_bin").notNull(),
    accountNumber: text("account_number").notNull(),
    openedAt: instant("opened_at").notNull(),
    paidAt: instant("paid_at"),
  },
  (t) => [
    index("payments_opened").on(t.openedAt), // who was to pay when a line came that names nobody
    vndCheck("payments_due_vnd", t.dueVnd), // 0: a voucher pays all of it,
    vndCheck("payments_captured_vnd", t.capturedVnd),
    oneOf("payments_status", t.status, PAYMENT_STATUSES),
    oneOf("payments_method", t.method, PAYMENT_METHODS),
  ],
);

/**
 * The inbox: every line a bank or provider reported, once. The evidence columns never change (trigger). What came lies
 * sealed for its row (platform/seal), here and below: it names accounts and people who paid. It may be sealed anew.
 */
export const bankTransactions = table(
  "bank_transactions",
  {
    id: id(),
    provider: text("provider").$type<BankProvider>().notNull(),
    providerTransactionId: text("provider_transaction_id").notNull(),
    bankReference: text("bank_reference"), // the bank's own, by which two providers tell of one line
    accountNumber: text("account_number").notNull(),
    direction: text("direction").$type<"in" | "out">().notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    balanceVnd: vnd("balance_vnd"), // of the account after this line, where it is told
    content: text("content").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    sealedBody: text("sealed_body").notNull(),
    contentHash: text("content_hash").notNull(),
    status: text("status").$type<BankTransactionStatus>().notNull(),
    reason: text("reason").$type<BankTransactionReason>().notNull(),
    paymentId: text("payment_id").references(() => payments.id),
  },
  (t) => [
    index("bank_transactions_reference").on(t.bankReference),
    index("bank_transactions_occurred").on(t.occurredAt),
    uniqueIndex("bank_transactions_provider_id").on(t.provider, t.providerTransactionId),
    index("bank_transactions_status").on(t.status, t.receivedAt, t.id),
    index("bank_transactions_received").on(t.receivedAt, t.id),
    index("bank_transactions_payment").on(t.paymentId),
    index("bank_transactions_clear").on(t.id).where(IS_CLEAR),
    integerCheck("bank_transactions_amount_vnd", t.amountVnd), // may be reported zero or negative
    integerCheck("bank_transactions_balance_vnd", t.balanceVnd),
    oneOf("bank_transactions_provider", t.provider, BANK_PROVIDERS),
    oneOf("bank_transactions_direction", t.direction, ["in", "out"]),
    oneOf("bank_transactions_status_word", t.status, BANK_TRANSACTION_STATUSES),
    oneOf("bank_transactions_reason", t.reason, BANK_TRANSACTION_REASONS),
  ],
);

/** The same provider id with other content: the first stands, this is kept for a person. Append-only (trigger). */
export const bankTransactionConflicts = table(
  "bank_transaction_conflicts",
  {
    id: id(),
    bankTransactionId: text("bank_transaction_id")
      .notNull()
      .references(() => bankTransactions.id),
    provider: text("provider").$type<BankProvider>(), // null: kept before it was noted, and several told of the line
    sealedBody: text("sealed_body").notNull(),
    contentHash: text("content_hash").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    uniqueIndex("bank_transaction_conflicts_content").on(t.bankTransactionId, t.contentHash),
    index("bank_transaction_conflicts_clear").on(t.id).where(IS_CLEAR),
  ],
);

/**
 * Notices that prove who sent them but cannot be read as a line of an account: kept as they came, for a person
 * to settle with the bank, because they may tell of money. Append-only (trigger).
 */
export const unreadableNotices = table(
  "unreadable_notices",
  {
    id: id(),
    provider: text("provider").$type<BankProvider>().notNull(),
    sealedBody: text("sealed_body").notNull(), // the door lets in at most 256 KB
    contentHash: text("content_hash").notNull().unique(), // a retry is kept once
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    index("unreadable_notices_received").on(t.receivedAt, t.id),
    index("unreadable_notices_clear").on(t.id).where(IS_CLEAR),
  ],
);

/** A line of the inbox as another provider reported it too: evidence, and no second money. Append-only (trigger). */
export const bankTransactionSightings = table(
  "bank_transaction_sightings",
  {
    id: id(),
    bankTransactionId: text("bank_transaction_id")
      .notNull()
      .references(() => bankTransactions.id),
    provider: text("provider").$type<BankProvider>().notNull(),
    providerTransactionId: text("provider_transaction_id").notNull(),
    sealedBody: text("sealed_body").notNull(),
    contentHash: text("content_hash").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    uniqueIndex("bank_transaction_sightings_provider_id").on(t.provider, t.providerTransactionId),
    index("bank_transaction_sightings_line").on(t.bankTransactionId),
    index("bank_transaction_sightings_clear").on(t.id).where(IS_CLEAR),
    oneOf("bank_transaction_sightings_provider", t.provider, BANK_PROVIDERS),
  ],
);

/** How far a provider's list of lines has been read by asking for it. */
export const bankPolls = table(
  "bank_polls",
  {
    provider: text("provider").$type<BankProvider>().primaryKey(),
    cursor: text("cursor").notNull(), // what the provider's list is continued from
    succeededAt: instant("succeeded_at"), // null until the first time
    failedAt: instant("failed_at"), // of the last try, when it failed
    failure: text("failure"), // a code, for a person; null when the last try succeeded
  },
  (t) => [oneOf("bank_polls_provider", t.provider, BANK_PROVIDERS)],
);
