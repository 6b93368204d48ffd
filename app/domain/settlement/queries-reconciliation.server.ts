import { and, eq, inArray, isNull, ne, notInArray, or, sql, sum, type SQL } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import { bankTransactions, payments } from "~db/schema/payments";
import { ledgerAccounts, transfers } from "~db/schema/settlement";
import type { ReadDatabase } from "~/platform/db.server";
import { LEDGER_ACCOUNT_KINDS, NORMAL_SIDE, type TransferReason } from "./ledger-accounts";
import type { LedgerDifference } from "./types";

/** More than a person reads; a shop with so many differences has one cause. */
const MAX_DIFFERENCES = 200;

// Each sum has a name of its own: drizzle writes such a name without its subquery's.
const sumAs = (name: string) => sum(transfers.amountVnd).mapWith(Number).as(`${name}_sum`);
const orZero = (column: unknown): SQL<number> =>
  sql<number>`coalesce(${column}, 0)`.mapWith(Number);

function sumsByDebit(db: ReadDatabase, name: string, where?: SQL) {
  return db
    .select({ accountId: transfers.debitAccountId, amountVnd: sumAs(name) })
    .from(transfers)
    .where(where)
    .groupBy(transfers.debitAccountId)
    .as(name);
}

function sumsByCredit(db: ReadDatabase, name: string, where?: SQL) {
  return db
    .select({ accountId: transfers.creditAccountId, amountVnd: sumAs(name) })
    .from(transfers)
    .where(where)
    .groupBy(transfers.creditAccountId)
    .as(name);
}

/** Accounts that hold less than nothing. `expectedVnd` is 0. */
export async function findAccountsBelowZero(db: ReadDatabase): Promise<LedgerDifference[]> {
  const debits = sumsByDebit(db, "debits");
  const credits = sumsByCredit(db, "credits");
  const debitVnd = sql<number>`${orZero(debits.amountVnd)} - ${orZero(credits.amountVnd)}`;
  const assets = LEDGER_ACCOUNT_KINDS.filter((kind) => NORMAL_SIDE[kind] === "debit");
  const debts = LEDGER_ACCOUNT_KINDS.filter((kind) => NORMAL_SIDE[kind] === "credit");
  const rows = await db
    .select({ subjectId: ledgerAccounts.id, debitVnd: debitVnd.mapWith(Number) })
    .from(ledgerAccounts)
    .leftJoin(debits, eq(debits.accountId, ledgerAccounts.id))
    .leftJoin(credits, eq(credits.accountId, ledgerAccounts.id))
    .where(
      or(
        and(inArray(ledgerAccounts.kind, assets), sql`${debitVnd} < 0`),
        and(inArray(ledgerAccounts.kind, debts), sql`${debitVnd} > 0`),
      ),
    )
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({
    name: "account_below_zero",
    subjectId: row.subjectId,
    expectedVnd: 0,
    actualVnd: -Math.abs(row.debitVnd),
  }));
}

/** What the inbox says that we hold, and how much of it without knowing for what. */
export async function sumInbox(
  db: ReadDatabase,
): Promise<{ heldVnd: number; suspenseVnd: number }> {
  const rows = await db
    .select({
      status: bankTransactions.status,
      amountVnd: sum(bankTransactions.amountVnd).mapWith(Number),
    })
    .from(bankTransactions)
    .where(ne(bankTransactions.status, "ignored"))
    .groupBy(bankTransactions.status)
    .limit(10);
  const of = (status: string) => rows.find((row) => row.status === status)?.amountVnd ?? 0;
  return { heldVnd: of("matched") + of("suspense"), suspenseVnd: of("suspense") };
}

/** Lines of the inbox that are not in the ledger as they should be, and receipts without a line. */
export async function findReceiptDifferences(db: ReadDatabase): Promise<LedgerDifference[]> {
  const isReceipt = and(
    eq(transfers.referenceKind, "bank_transaction"),
    eq(transfers.reason, "bank_receipt"),
  );
  const receipts = db
    .select({ referenceId: transfers.referenceId, amountVnd: sumAs("receipts") })
    .from(transfers)
    .where(isReceipt)
    .groupBy(transfers.referenceId)
    .as("receipts");
  const expected = sql<number>`case when ${bankTransactions.status} = 'ignored' then 0 else ${bankTransactions.amountVnd} end`;
  const lines = await db
    .select({
      subjectId: bankTransactions.id,
      expectedVnd: expected.mapWith(Number),
      actualVnd: orZero(receipts.amountVnd),
    })
    .from(bankTransactions)
    .leftJoin(receipts, eq(receipts.referenceId, bankTransactions.id))
    .where(sql`${expected} <> ${orZero(receipts.amountVnd)}`)
    .limit(MAX_DIFFERENCES);
  const strays = await db
    .select({ subjectId: transfers.id, actualVnd: transfers.amountVnd })
    .from(transfers)
    .leftJoin(bankTransactions, eq(bankTransactions.id, transfers.referenceId))
    .where(and(isReceipt, isNull(bankTransactions.id)))
    .limit(MAX_DIFFERENCES);
  return [
    ...lines.map((line) => ({ name: "bank_receipt" as const, ...line })),
    ...strays.map((stray) => ({ name: "bank_receipt" as const, expectedVnd: 0, ...stray })),
  ];
}

/** Payments whose captured amount is not what the ledger received and did not give back. */
export async function findCaptureDifferences(db: ReadDatabase): Promise<LedgerDifference[]> {
  const received = sumsByCredit(
    db,
    "received",
    inArray(transfers.reason, ["bank_receipt", "cash_collected"]),
  );
  // An order's refund is not one of these: what a buyer paid for a cancelled order was captured all the same.
  const givenBack = sumsByDebit(
    db,
    "given_back",
    and(
      inArray(transfers.reason, ["excess_to_refund", "order_refund_due"]),
      inArray(transfers.referenceKind, ["bank_transaction", "payment"]),
    ),
  );
  const accountId = sql<string>`'buyer:' || ${payments.checkoutId}`;
  const ledgerVnd = sql<number>`${orZero(received.amountVnd)} - ${orZero(givenBack.amountVnd)}`;
  const rows = await db
    .select({
      subjectId: payments.id,
      expectedVnd: ledgerVnd.mapWith(Number),
      actualVnd: payments.capturedVnd,
    })
    .from(payments)
    .leftJoin(received, eq(received.accountId, accountId))
    .leftJoin(givenBack, eq(givenBack.accountId, accountId))
    .where(sql`${payments.capturedVnd} <> ${ledgerVnd}`)
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "payment_captured", ...row }));
}

/** Payments whose status does not follow from the amounts, or at the door from the orders. */
export async function findPaymentStatusDifferences(db: ReadDatabase): Promise<LedgerDifference[]> {
  const { status, capturedVnd, dueVnd } = payments;
  const standing = db
    .select({ checkoutId: orders.checkoutId, standingVnd: sum(orders.totalVnd).as("standing_sum") })
    .from(orders)
    .where(notInArray(orders.status, ["cancelled", "refused"]))
    .groupBy(orders.checkoutId)
    .as("standing");
  const standingVnd = orZero(standing.standingVnd);
  const rows = await db
    .select({ subjectId: payments.id, expectedVnd: dueVnd, actualVnd: capturedVnd })
    .from(payments)
    .leftJoin(standing, eq(standing.checkoutId, payments.checkoutId))
    .where(
      or(
        and(eq(status, "paid"), ne(capturedVnd, dueVnd)),
        and(inArray(status, ["open", "expired"]), ne(capturedVnd, 0)),
        and(eq(status, "partially_paid"), or(eq(capturedVnd, 0), sql`${capturedVnd} >= ${dueVnd}`)),
        and(eq(status, "on_delivery"), sql`${capturedVnd} >= ${dueVnd}`),
        // At the door only what did not fall through is due; with nothing left the payment has expired.
        and(
          eq(payments.method, "cod"),
          sql`${standingVnd} <> case when ${status} = 'expired' then 0 else ${dueVnd} end`,
        ),
      ),
    )
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "payment_status", ...row }));
}

/** Orders whose settlement, commission or refund in the ledger does not follow from how they ended. */
export async function findOrderDifferences(db: ReadDatabase): Promise<LedgerDifference[]> {
  const isDelivered = sql`${orders.status} = 'delivered'`;
  const isPaidBack = sql`${orders.status} in ('cancelled', 'refused') and ${checkouts.method} <> 'cod'`;
  return [
    ...(await comparePostings(db, "order_settlement", {
      reason: "order_settled",
      expectedVnd: sql`case when ${isDelivered} then ${orders.totalVnd} else 0 end`,
    })),
    ...(await comparePostings(db, "order_commission", {
      reason: "commission_taken",
      expectedVnd: sql`case when ${isDelivered} then ${orders.commissionVnd} else 0 end`,
    })),
    ...(await comparePostings(db, "order_refund", {
      reason: "order_refund_due",
      expectedVnd: sql`case when ${isPaidBack} then ${orders.totalVnd} else 0 end`,
    })),
  ];
}

async function comparePostings(
  db: ReadDatabase,
  name: LedgerDifference["name"],
  check: { reason: TransferReason; expectedVnd: SQL },
): Promise<LedgerDifference[]> {
  const posted = db
    .select({ referenceId: transfers.referenceId, amountVnd: sumAs("posted") })
    .from(transfers)
    .where(and(eq(transfers.referenceKind, "order"), eq(transfers.reason, check.reason)))
    .groupBy(transfers.referenceId)
    .as("posted");
  const expectedVnd = sql<number>`${check.expectedVnd}`;
  const rows = await db
    .select({
      subjectId: orders.id,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd: orZero(posted.amountVnd),
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .leftJoin(posted, eq(posted.referenceId, orders.id))
    .where(sql`${expectedVnd} <> ${orZero(posted.amountVnd)}`)
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name, ...row }));
}
