import { and, asc, eq, inArray, lte, sum } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import { returnEvents, returnLines, returnRequests } from "~db/schema/returns";
import type { ReadDatabase } from "~/platform/db.server";
import type { ReturnReason } from "./return-reasons";
import { lapseOf, OPEN_RETURN_STATUSES, RETURN_STATUSES } from "./return-status";
import type { ReturnRecord } from "./types";

/** True while a request of this order is not over. */
export async function hasOpenReturn(db: ReadDatabase, orderId: string): Promise<boolean> {
  return (await findOpenReturn(db, orderId)) !== null;
}

/** The id of the request of this order that is not over, if there is one. */
export async function findOpenReturn(db: ReadDatabase, orderId: string): Promise<string | null> {
  const [open] = await db
    .select({ id: returnRequests.id })
    .from(returnRequests)
    .where(
      and(
        eq(returnRequests.orderId, orderId),
        inArray(returnRequests.status, [...OPEN_RETURN_STATUSES]),
      ),
    )
    .limit(1);
  return open?.id ?? null;
}

/** Packs of each line of the order that were given back and paid back, by line; lines without are left out. */
export async function countsGivenBack(
  db: ReadDatabase,
  orderId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .select({
      lineItemId: returnLines.lineItemId,
      refundedCount: sum(returnLines.refundedCount).mapWith(Number),
    })
    .from(returnLines)
    .innerJoin(returnRequests, eq(returnRequests.id, returnLines.returnRequestId))
    .where(eq(returnRequests.orderId, orderId))
    .groupBy(returnLines.lineItemId);
  return new Map(rows.map((row) => [row.lineItemId, row.refundedCount]));
}

/** What went back to the programme of a voucher with goods of this order. */
export async function sumVoucherBack(db: ReadDatabase, orderId: string): Promise<number> {
  const [back] = await db
    .select({ amountVnd: sum(returnRequests.voucherVnd).mapWith(Number) })
    .from(returnRequests)
    .where(and(eq(returnRequests.orderId, orderId), eq(returnRequests.status, "refunded")));
  return back?.amountVnd ?? 0;
}

/** How many requests there have been about an order. */
export async function countReturns(db: ReadDatabase, orderId: string): Promise<number> {
  return db.$count(returnRequests, eq(returnRequests.orderId, orderId));
}

/**
 * Lines of the order on which the department has decided against the buyer: its word is the last. That a parcel did come
 * says nothing of what was in it.
 */
export async function listDecidedLines(
  db: ReadDatabase,
  { orderId, reason }: { orderId: string; reason: ReturnReason },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ lineItemId: returnLines.lineItemId, decidedOn: returnRequests.reason })
    .from(returnLines)
    .innerJoin(returnRequests, eq(returnRequests.id, returnLines.returnRequestId))
    .innerJoin(returnEvents, eq(returnEvents.returnRequestId, returnRequests.id))
    .where(
      and(
        eq(returnRequests.orderId, orderId),
        eq(returnEvents.toStatus, "closed"),
        eq(returnEvents.movedBy, "department"),
      ),
    );
  return rows
    .filter(({ decidedOn }) => decidedOn !== "not_received" || reason === "not_received")
    .map((row) => row.lineItemId);
}

/** A request with its lines, or null. Whether the person may see it is for the caller to ask. */
export async function loadReturn(db: ReadDatabase, code: string): Promise<ReturnRecord | null> {
  const [request] = await db
    .select({
      id: returnRequests.id,
      code: returnRequests.code,
      orderId: returnRequests.orderId,
      orderCode: orders.code,
      checkoutCode: checkouts.code,
      householdId: orders.householdId,
      status: returnRequests.status,
      reason: returnRequests.reason,
      clockAt: returnRequests.clockAt,
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(returnRequests.code, code))
    .limit(1);
  if (!request) return null;
  const lines = await db
    .select({ lineItemId: returnLines.lineItemId, askedCount: returnLines.askedCount })
    .from(returnLines)
    .where(eq(returnLines.returnRequestId, request.id))
    .orderBy(asc(returnLines.id));
  return { ...request, lines };
}

const LAPSING_STATUSES = RETURN_STATUSES.filter((status) => lapseOf(status) !== null);

/** Requests that move by themselves now, the longest overdue first. */
export async function listOverdueReturns(
  db: ReadDatabase,
  due: { atInstant: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ code: returnRequests.code })
    .from(returnRequests)
    .where(
      and(
        inArray(returnRequests.status, LAPSING_STATUSES),
        lte(returnRequests.clockAt, due.atInstant),
      ),
    )
    .orderBy(asc(returnRequests.clockAt))
    .limit(due.limit);
  return rows.map((row) => row.code);
}
