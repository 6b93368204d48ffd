import { and, eq, gt, inArray, sql, sum, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { accountBalances, disbursements, transfers } from "~db/schema/settlement";
import { payoutOrders } from "~db/schema/settlement-payouts";
import type { ReadDatabase } from "~/platform/db.server";
import type { TransferReason } from "./ledger-accounts";
import { MAX_DIFFERENCES, type Stretch } from "./queries-reconciliation.server";
import { STATEMENT_KINDS } from "./statement-kind";
import type { LedgerDifference } from "./types";

/** Payouts whose amount is not the sum of the orders that they pay. */
export async function findPayoutDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const expectedVnd = sql<number>`coalesce(${sum(payoutOrders.amountVnd)}, 0)`.mapWith(Number);
  const rows = await db
    .select({ subjectId: disbursements.id, expectedVnd, actualVnd: disbursements.amountVnd })
    .from(disbursements)
    .leftJoin(payoutOrders, eq(payoutOrders.disbursementId, disbursements.id))
    .where(and(stretch, eq(disbursements.kind, "payout")))
    .groupBy(disbursements.id)
    .having(sql`${expectedVnd} <> ${disbursements.amountVnd}`)
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "payout_orders", ...row }));
}

/** Orders of which payouts that stand pay more than they brought their household. */
export async function findOverpaidOrders(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const account = sql`'household:' || ${orders.householdId}`;
  const signed = sql`case ${account}
    when ${transfers.creditAccountId} then ${transfers.amountVnd}
    when ${transfers.debitAccountId} then -${transfers.amountVnd} end`;
  const earned = db
    .select({ amountVnd: sum(signed) })
    .from(transfers)
    .where(and(eq(transfers.referenceKind, "order"), eq(transfers.referenceId, orders.id)));
  const expectedVnd = sql<number>`coalesce(${earned}, 0)`.mapWith(Number);
  const actualVnd = sql<number>`sum(${payoutOrders.amountVnd})`.mapWith(Number);
  const rows = await db
    .select({ subjectId: orders.id, expectedVnd, actualVnd })
    .from(orders)
    .innerJoin(payoutOrders, eq(payoutOrders.orderId, orders.id))
    .where(and(stretch, eq(payoutOrders.isStanding, true), gt(payoutOrders.amountVnd, 0)))
    .groupBy(orders.id)
    .having(sql`${actualVnd} > ${expectedVnd}`)
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "payout_earned", ...row }));
}

const REASONS = Object.keys(STATEMENT_KINDS) as TransferReason[];

/**
 * Households whose balance is not the sum of what their statements say: moved for a reason that no statement knows, or
 * by an order, a request or a payout of somebody else's.
 */
export async function findStatementDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const accountId = sql<string>`'household:' || ${households.id}`;
  const expectedVnd = sql<number>`${told(db, sql`${transfers.creditAccountId} = ${accountId}`)} - ${told(db, sql`${transfers.debitAccountId} = ${accountId}`)}`;
  const actualVnd = sql<number>`coalesce(-${accountBalances.balanceVnd}, 0)`;
  const rows = await db
    .select({
      subjectId: households.id,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd: actualVnd.mapWith(Number),
    })
    .from(households)
    .leftJoin(accountBalances, eq(accountBalances.accountId, accountId))
    .where(and(stretch, sql`${expectedVnd} <> ${actualVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "household_statement", ...row }));
}

function told(db: ReadDatabase, where: SQL): SQL<number> {
  const amounts = db
    .select({ amountVnd: sum(transfers.amountVnd) })
    .from(transfers)
    .where(and(where, inArray(transfers.reason, REASONS), isOwn(db)));
  return sql<number>`coalesce(${amounts}, 0)`;
}

/** The reference of the transfer at hand is of the household at hand; of a line of the bank its payout was checked. */
function isOwn(db: ReadDatabase): SQL {
  const ofOrder = db
    .select({ id: orders.householdId })
    .from(orders)
    .where(eq(orders.id, transfers.referenceId));
  const ofReturn = db
    .select({ id: orders.householdId })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(eq(returnRequests.id, transfers.referenceId));
  const ofPayout = db
    .select({ id: disbursements.ownerId })
    .from(disbursements)
    .where(eq(disbursements.id, transfers.referenceId));
  return sql`${households.id} = case ${transfers.referenceKind}
    when 'order' then ${ofOrder}
    when 'return_request' then ${ofReturn}
    when 'disbursement' then ${ofPayout}
    when 'bank_transaction' then ${households.id} end`;
}
