import { and, asc, eq, inArray, ne, notInArray, or, sql, sum, type SQL } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import { bankTransactions, payments } from "~db/schema/payments";
import { accountBalances, transfers } from "~db/schema/settlement";
import { FALLEN_STATUSES } from "~/domain/orders/order-progress";
import { DOOR_METHODS } from "~/domain/orders/payment-methods";
import type { ReadDatabase } from "~/platform/db.server";
import { LEDGER_ACCOUNT_KINDS, NORMAL_SIDE, type TransferReason } from "./ledger-accounts";
import type { LedgerDifference } from "./types";

/** More than a person reads; a shop with so many differences has one cause. */
export const MAX_DIFFERENCES = 200;

/** A stretch of the table that the check walks along; see `stretchesOf`. */
export type Stretch = SQL;

/** The sum of the transfers that belong to the row at hand; 0 without any. */
function posted(db: ReadDatabase, where: SQL | undefined): SQL<number> {
  const amounts = db
    .select({ amountVnd: sum(transfers.amountVnd) })
    .from(transfers)
    .where(where);
  return sql<number>`coalesce(${amounts}, 0)`.mapWith(Number);
}

/** Accounts that hold less than nothing. `expectedVnd` is 0. */
export async function findAccountsBelowZero(db: ReadDatabase): Promise<LedgerDifference[]> {
  const assets = LEDGER_ACCOUNT_KINDS.filter((kind) => NORMAL_SIDE[kind] === "debit");
  const debts = LEDGER_ACCOUNT_KINDS.filter((kind) => NORMAL_SIDE[kind] === "credit");
  const { kind, balanceVnd } = accountBalances;
  const rows = await db
    .select({ subjectId: accountBalances.accountId, balanceVnd })
    .from(accountBalances)
    .where(
      and(
        ne(balanceVnd, sql`0`), // as the index says it, which holds these accounts only
        or(
          and(inArray(kind, assets), sql`${balanceVnd} < 0`),
          and(inArray(kind, debts), sql`${balanceVnd} > 0`),
        ),
      ),
    )
    .orderBy(asc(accountBalances.accountId))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({
    name: "account_below_zero",
    subjectId: row.subjectId,
    expectedVnd: 0,
    actualVnd: -Math.abs(row.balanceVnd),
  }));
}

const REASON_OF = { in: "bank_receipt", out: "bank_outflow" } as const;

export type AccountMove = {
  id: string;
  debitAccountId: string;
  creditAccountId: string;
  amountVnd: number;
  /** What it should be a line of the inbox for, and is not; null for all others. */
  stray: "bank_receipt" | "bank_outflow" | "line_allocation" | null;
};

/** The transfers of a stretch, for adding up what the accounts hold. */
export async function listMoves(db: ReadDatabase, stretch: Stretch): Promise<AccountMove[]> {
  const rows = await db
    .select({
      id: transfers.id,
      debitAccountId: transfers.debitAccountId,
      creditAccountId: transfers.creditAccountId,
      amountVnd: transfers.amountVnd,
      reason: transfers.reason,
      lineId: bankTransactions.id,
    })
    .from(transfers)
    .leftJoin(bankTransactions, eq(bankTransactions.id, transfers.referenceId))
    .where(stretch);
  return rows.map(({ reason, lineId, ...row }) => ({
    ...row,
    stray: strayOf(row, reason, lineId),
  }));
}

/** A line's money without its line; and what a person said of a line, which moves between fixed accounts. */
function strayOf(
  { debitAccountId, creditAccountId }: { debitAccountId: string; creditAccountId: string },
  reason: TransferReason,
  lineId: string | null,
): AccountMove["stray"] {
  const isLost = lineId === null;
  if (reason === "bank_receipt" || reason === "bank_outflow") return isLost ? reason : null;
  const isWrong =
    (reason === "receipt_allocated" && (isLost || debitAccountId !== "suspense")) ||
    (reason === "outflow_allocated" && (isLost || creditAccountId !== "outflow"));
  return isWrong ? "line_allocation" : null;
}

/** What the database keeps as the balances of a stretch of accounts, those of 0 left out. */
export async function listBalances(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<{ accountId: string; balanceVnd: number }[]> {
  return db
    .select({ accountId: accountBalances.accountId, balanceVnd: accountBalances.balanceVnd })
    .from(accountBalances)
    .where(and(stretch, ne(accountBalances.balanceVnd, 0)));
}

/** What a stretch of the inbox says that came and went, by what we know about it. */
export async function sumInbox(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<{ status: string; direction: "in" | "out"; amountVnd: number }[]> {
  return db
    .select({
      status: bankTransactions.status,
      direction: bankTransactions.direction,
      amountVnd: sum(bankTransactions.amountVnd).mapWith(Number),
    })
    .from(bankTransactions)
    .where(and(stretch, ne(bankTransactions.status, "ignored")))
    .groupBy(bankTransactions.status, bankTransactions.direction);
}

/** Lines of the inbox, those that came or those that went, that are not in the ledger as they should be. */
export async function findLineDifferences(
  db: ReadDatabase,
  stretch: Stretch,
  direction: "in" | "out",
): Promise<LedgerDifference[]> {
  const { status, amountVnd } = bankTransactions;
  const isHeld = sql`${status} <> 'ignored' and ${bankTransactions.direction} = ${direction}`;
  const expectedVnd = sql<number>`case when ${isHeld} then ${amountVnd} else 0 end`;
  const ofLine = and(
    eq(transfers.referenceKind, "bank_transaction"),
    eq(transfers.referenceId, bankTransactions.id),
  );
  const booked = posted(db, and(ofLine, eq(transfers.reason, REASON_OF[direction])));
  const undone = posted(
    db,
    and(
      ofLine,
      eq(transfers.reason, "line_undone"),
      eq(direction === "in" ? transfers.creditAccountId : transfers.debitAccountId, "bank"),
    ),
  );
  const actualVnd = sql<number>`${booked} - ${undone}`.mapWith(Number);
  const rows = await db
    .select({
      subjectId: sql<string>`${bankTransactions.id}`,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd,
    })
    .from(bankTransactions)
    .where(and(stretch, sql`${expectedVnd} <> ${actualVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: REASON_OF[direction], ...row }));
}

/** Payments whose captured amount is not what the ledger received and did not give back. */
export async function findCaptureDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const accountId = sql<string>`'buyer:' || ${payments.checkoutId}`;
  const received = posted(
    db,
    and(
      eq(transfers.creditAccountId, accountId),
      inArray(transfers.reason, [
        "bank_receipt",
        "receipt_allocated",
        "card_received",
        "cash_collected",
      ]),
    ),
  );
  // An order's refund is not one of these: what a buyer paid for a cancelled order was captured all the same.
  const givenBack = posted(
    db,
    and(
      eq(transfers.debitAccountId, accountId),
      inArray(transfers.reason, ["excess_to_refund", "order_refund_due"]),
      inArray(transfers.referenceKind, ["bank_transaction", "card_charge", "payment"]),
    ),
  );
  const ledgerVnd = sql<number>`${received} - ${givenBack}`;
  const rows = await db
    .select({
      subjectId: payments.id,
      expectedVnd: ledgerVnd.mapWith(Number),
      actualVnd: payments.capturedVnd,
    })
    .from(payments)
    .where(and(stretch, sql`${payments.capturedVnd} <> ${ledgerVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "payment_captured", ...row }));
}

/** Payments whose status does not follow from the amounts, or at the door from the orders. */
export async function findPaymentStatusDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const { status, capturedVnd, dueVnd } = payments;
  const standing = db
    .select({ dueVnd: sum(sql`${orders.totalVnd} - ${orders.voucherVnd}`) })
    .from(orders)
    .where(
      and(
        eq(orders.checkoutId, payments.checkoutId),
        notInArray(orders.status, [...FALLEN_STATUSES]),
      ),
    );
  const rows = await db
    .select({ subjectId: payments.id, expectedVnd: dueVnd, actualVnd: capturedVnd })
    .from(payments)
    .where(
      and(
        stretch,
        or(
          and(eq(status, "paid"), ne(capturedVnd, dueVnd)),
          and(inArray(status, ["open", "expired", "cancelled"]), ne(capturedVnd, 0)),
          and(
            eq(status, "partially_paid"),
            or(eq(capturedVnd, 0), sql`${capturedVnd} >= ${dueVnd}`),
          ),
          and(eq(status, "on_delivery"), sql`${capturedVnd} >= ${dueVnd}`),
          // At the door only what did not fall through is due; with nothing left the payment has expired.
          and(
            inArray(payments.method, DOOR_METHODS),
            sql`coalesce(${standing}, 0) <> case when ${status} = 'expired' then 0 else ${dueVnd} end`,
          ),
        ),
      ),
    )
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "payment_status", ...row }));
}
