import { and, count, eq, gt, gte, isNotNull, lt, sql, sum } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { returnLines, returnRequests } from "~db/schema/returns";
import type { ReadDatabase } from "~/platform/db.server";
import type { DaySpan } from "./day-span";
import { soldByOfRow } from "./queries-sold-by.server";

/** What was given back within days, as rows of `monthly_sales`. */
export function sumReturnedLines(db: ReadDatabase, days: DaySpan) {
  return db
    .select({
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      method: soldByOfRow,
      channel: checkouts.channel,
      itemsVnd: sql<number>`0`,
      itemCount: sql<number>`0`,
      lineCount: sql<number>`0`,
      returnedVnd: sum(returnLines.refundVnd).mapWith(Number),
      returnedCount: sum(returnLines.refundedCount).mapWith(Number),
    })
    .from(returnRequests)
    .innerJoin(returnLines, eq(returnLines.returnRequestId, returnRequests.id))
    .innerJoin(lineItems, eq(lineItems.id, returnLines.lineItemId))
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(and(isGivenBackIn(days), gt(returnLines.refundedCount, 0)))
    .groupBy(
      orders.householdId,
      orders.sellerCommuneCode,
      lineItems.ocopSet,
      lineItems.stars,
      soldByOfRow,
      checkouts.channel,
    );
}

/** Requests paid back within days, as rows of `monthly_sellers`. */
export function sumReturnedRequests(db: ReadDatabase, days: DaySpan) {
  return db
    .select({
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      channel: checkouts.channel,
      method: soldByOfRow,
      orderCount: sql<number>`0`,
      itemsVnd: sql<number>`0`,
      shippingVnd: sql<number>`0`,
      returnedVnd: sum(sql`${returnRequests.refundVnd} - ${returnRequests.shippingVnd}`).mapWith(
        Number,
      ),
      returnedShippingVnd: sum(returnRequests.shippingVnd).mapWith(Number),
      returnCount: count(),
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isGivenBackIn(days))
    .groupBy(orders.householdId, orders.sellerCommuneCode, checkouts.channel, soldByOfRow);
}

function isGivenBackIn({ from, until }: DaySpan) {
  return and(
    isNotNull(returnRequests.refundedOn),
    gte(returnRequests.refundedOn, from),
    lt(returnRequests.refundedOn, until),
  );
}
