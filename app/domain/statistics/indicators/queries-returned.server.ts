import { and, asc, count, eq, gt, gte, isNotNull, lt, max, min, sum } from "drizzle-orm";
import { households } from "~db/schema/households";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { returnLines, returnRequests } from "~db/schema/returns";
import type { ReadDatabase } from "~/platform/db.server";
import { addMonths, monthOf, type Month } from "~/platform/period";
import { soldByOfRow } from "./queries-sold-by.server";

/** The first and last month in which something was given back; null before the first. */
export async function readReturnedMonths(
  db: ReadDatabase,
): Promise<{ first: Month; last: Month } | null> {
  const [row] = await db
    .select({ first: min(returnRequests.refundedOn), last: max(returnRequests.refundedOn) })
    .from(returnRequests);
  return row?.first && row.last ? { first: monthOf(row.first), last: monthOf(row.last) } : null;
}

/** What was given back in a month, by everything that `monthly_sales` is broken down by. */
export async function sumReturnedLines(db: ReadDatabase, month: Month) {
  return db
    .select({
      communeCode: households.communeCode,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      method: soldByOfRow,
      channel: checkouts.channel,
      returnedVnd: sum(returnLines.refundVnd).mapWith(Number),
      returnedCount: sum(returnLines.refundedCount).mapWith(Number),
    })
    .from(returnLines)
    .innerJoin(returnRequests, eq(returnRequests.id, returnLines.returnRequestId))
    .innerJoin(lineItems, eq(lineItems.id, returnLines.lineItemId))
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .where(and(isGivenBackIn(month), gt(returnLines.refundedCount, 0)))
    .groupBy(
      households.communeCode,
      lineItems.ocopSet,
      lineItems.stars,
      soldByOfRow,
      checkouts.channel,
    )
    .orderBy(asc(households.communeCode), asc(lineItems.ocopSet));
}

/** Requests paid back in a month by seller, channel and method, as `monthly_sellers` keeps them. */
export async function sumReturnedRequests(db: ReadDatabase, month: Month) {
  const rows = await db
    .select({
      householdId: orders.householdId,
      channel: checkouts.channel,
      method: soldByOfRow,
      refundVnd: sum(returnRequests.refundVnd).mapWith(Number),
      returnedShippingVnd: sum(returnRequests.shippingVnd).mapWith(Number),
      returnCount: count(),
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isGivenBackIn(month))
    .groupBy(orders.householdId, checkouts.channel, soldByOfRow)
    .orderBy(asc(orders.householdId));
  return rows.map(({ refundVnd, ...row }) => ({
    ...row,
    returnedVnd: refundVnd - row.returnedShippingVnd,
  }));
}

function isGivenBackIn(month: Month) {
  return and(
    isNotNull(returnRequests.refundedOn),
    gte(returnRequests.refundedOn, `${month}-01`),
    lt(returnRequests.refundedOn, `${addMonths(month, 1)}-01`),
  );
}
