import { and, asc, eq, exists, inArray, ne, not, or, sql, sum, type SQL } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { cardAttempts, cardCharges, cardDisputes, strayRefunds } from "~db/schema/payments-cards";
import { returnRequests } from "~db/schema/returns";
import { transfers } from "~db/schema/settlement";
import { payoutOrders } from "~db/schema/settlement-payouts";
import { isUnbooked } from "~/domain/payments/queries-strays-records.server";
import { usualReturnsEndAt } from "~/domain/returns/return-reasons";
import { OPEN_RETURN_STATUSES } from "~/domain/returns/return-status";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { payableOf } from "./payout-rules";
import { listOutside, type Outside } from "./queries-outside.server";
import { balanceOf } from "./queries.server";
import type { Payable, PayableOrder, PayableState } from "./types-payouts";

/** Orders of the households of one page; more wait for the next batch. */
const MAX_ORDERS = 5_000;

/** What these households have earned and not been paid, by household; the ledger says it, order by order. */
export async function listPayable(
  db: ReadDatabase,
  householdIds: readonly string[],
): Promise<Map<string, Payable>> {
  const rows = await listEarned(db, inArray(orders.householdId, [...householdIds]));
  // Once for all of them: of a large programme every use that it has not paid is read.
  const outside = rows.length === 0 ? new Map<string, Outside>() : await listOutside(db);
  const at = now();
  const all = rows.map(({ shippedAt, statusBy, hasOpenReturn, ...row }): PayableOrder => {
    const deliveredAt = row.deliveredAt ?? at;
    const ripeAt = usualReturnsEndAt({ deliveredAt, shippedAt, statusBy });
    const elsewhere = outside.get(row.orderId) ?? null;
    const state = stateOf({ amountVnd: row.amountVnd, hasOpenReturn, elsewhere, ripeAt, at });
    return { ...row, deliveredAt, ripeAt, state };
  });
  const found = new Map<string, Payable>();
  for (const householdId of householdIds) {
    const own = all.filter((order) => order.householdId === householdId);
    found.set(householdId, payableOf(own, await owedBy(db, householdId)));
  }
  return found;
}

/** What a household owes the market; the first of what it is paid goes there. */
async function owedBy(db: ReadDatabase, householdId: string): Promise<number> {
  const debtVnd = await balanceOf({ kind: "household_debt", ownerId: householdId }, db);
  return debtVnd + (await balanceOf({ kind: "household_cash", ownerId: householdId }, db));
}

/**
 * What delivered orders have on their households' accounts. What was paid out is left out unless something came back of
 * it; with `except`, a payout that is left out of the reckoning, nothing is.
 */
export async function listEarned(db: ReadDatabase, where: SQL, except: string | null = null) {
  const standing = standingOf(db, except);
  const amountVnd = sql<number>`${earnedOf(db)} - coalesce(${standing}, 0)`;
  return db
    .select({
      householdId: orders.householdId,
      orderId: orders.id,
      code: orders.code,
      deliveredAt: orders.deliveredAt,
      shippedAt: orders.shippedAt,
      statusBy: orders.statusBy,
      amountVnd: amountVnd.mapWith(Number),
      hasOpenReturn:
        sql<number>`${or(exists(openReturnOf(db)), exists(openDisputeOf(db)), exists(unbookedRefundOf(db)))}`.mapWith(
          Boolean,
        ),
    })
    .from(orders)
    .where(
      and(
        where,
        eq(orders.status, "delivered"),
        // What was paid out is looked at again only when something came back of it.
        except === null ? or(not(exists(standingRow(db))), exists(refundOf(db))) : undefined,
        ne(amountVnd, 0),
      ),
    )
    .orderBy(asc(orders.deliveredAt), asc(orders.id))
    .limit(MAX_ORDERS);
}

function stateOf(given: {
  amountVnd: number;
  hasOpenReturn: boolean;
  elsewhere: Outside | null;
  ripeAt: number;
  at: number;
}): PayableState {
  if (given.amountVnd < 0) return "set_off";
  if (given.hasOpenReturn) return "open_return";
  if (given.elsewhere === "with_courier") return "with_courier";
  if (given.at < given.ripeAt) return "in_window";
  return given.elsewhere ?? "ripe";
}

/** What the order at hand has brought to its household's account, what came back of it taken off. */
function earnedOf(db: ReadDatabase): SQL<number> {
  const account = sql`'household:' || ${orders.householdId}`;
  const signed = sql`case ${account}
    when ${transfers.creditAccountId} then ${transfers.amountVnd}
    when ${transfers.debitAccountId} then -${transfers.amountVnd} end`;
  const sold = db
    .select({ amountVnd: sum(signed) })
    .from(transfers)
    .where(and(eq(transfers.referenceKind, "order"), eq(transfers.referenceId, orders.id)));
  const cameBack = db
    .select({ amountVnd: sum(signed) })
    .from(returnRequests)
    .innerJoin(
      transfers,
      and(
        eq(transfers.referenceKind, "return_request"),
        eq(transfers.referenceId, returnRequests.id),
      ),
    )
    .where(eq(returnRequests.orderId, orders.id));
  return sql<number>`coalesce(${sold}, 0) + coalesce(${cameBack}, 0)`;
}

function standingOf(db: ReadDatabase, except: string | null) {
  return db
    .select({ amountVnd: sum(payoutOrders.amountVnd) })
    .from(payoutOrders)
    .where(
      and(
        eq(payoutOrders.orderId, orders.id),
        eq(payoutOrders.isStanding, true),
        except === null ? undefined : ne(payoutOrders.disbursementId, except),
      ),
    );
}

function standingRow(db: ReadDatabase) {
  return db
    .select({ id: payoutOrders.id })
    .from(payoutOrders)
    .where(and(eq(payoutOrders.orderId, orders.id), eq(payoutOrders.isStanding, true)));
}

function refundOf(db: ReadDatabase) {
  return db
    .select({ id: returnRequests.id })
    .from(returnRequests)
    .where(and(eq(returnRequests.orderId, orders.id), eq(returnRequests.status, "refunded")));
}

/** Its buyer has money back that our books do not know of yet. */
function unbookedRefundOf(db: ReadDatabase) {
  return db
    .select({ id: strayRefunds.id })
    .from(strayRefunds)
    .innerJoin(cardCharges, eq(cardCharges.id, strayRefunds.chargeId))
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(and(eq(payments.checkoutId, orders.checkoutId), isUnbooked));
}

/** The buyer complained not here but at the card's bank. */
function openDisputeOf(db: ReadDatabase) {
  return db
    .select({ id: cardDisputes.id })
    .from(cardDisputes)
    .innerJoin(cardCharges, eq(cardCharges.id, cardDisputes.chargeId))
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(and(eq(payments.checkoutId, orders.checkoutId), eq(cardDisputes.status, "open")));
}

function openReturnOf(db: ReadDatabase) {
  return db
    .select({ id: returnRequests.id })
    .from(returnRequests)
    .where(
      and(
        eq(returnRequests.orderId, orders.id),
        inArray(returnRequests.status, [...OPEN_RETURN_STATUSES]),
      ),
    );
}
