import { and, count, eq, gt, gte, isNotNull, lt, max, min, sql, sum } from "drizzle-orm";
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

/** What was given back in a month, as rows of `monthly_sales`; not yet read. */
export function sumReturnedLines(db: ReadDatabase, month: Month) {
  return db
    .select({
      month: sql<string>`${month}`.as("month"),
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      method: soldByOfRow.as("method"),
      channel: checkouts.channel,
      itemsVnd: sql<number>`0`.as("items_vnd"),
      itemCount: sql<number>`0`.as("item_count"),
      lineCount: sql<number>`0`.as("line_count"),
      returnedVnd: sum(returnLines.refundVnd).mapWith(Number).as("returned_vnd"),
      returnedCount: sum(returnLines.refundedCount).mapWith(Number).as("returned_count"),
    })
    .from(returnRequests)
    .innerJoin(returnLines, eq(returnLines.returnRequestId, returnRequests.id))
    .innerJoin(lineItems, eq(lineItems.id, returnLines.lineItemId))
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(and(isGivenBackIn(month), gt(returnLines.refundedCount, 0)))
    .groupBy(
      orders.householdId,
      orders.sellerCommuneCode,
      lineItems.ocopSet,
      lineItems.stars,
      soldByOfRow,
      checkouts.channel,
    );
}

/** Requests paid back in a month, as rows of `monthly_sellers`; not yet read. */
export function sumReturnedRequests(db: ReadDatabase, month: Month) {
  return db
    .select({
      month: sql<string>`${month}`.as("month"),
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      channel: checkouts.channel,
      method: soldByOfRow.as("method"),
      orderCount: sql<number>`0`.as("order_count"),
      itemsVnd: sql<number>`0`.as("items_vnd"),
      shippingVnd: sql<number>`0`.as("shipping_vnd"),
      returnedVnd: sum(sql`${returnRequests.refundVnd} - ${returnRequests.shippingVnd}`)
        .mapWith(Number)
        .as("returned_vnd"),
      returnedShippingVnd: sum(returnRequests.shippingVnd)
        .mapWith(Number)
        .as("returned_shipping_vnd"),
      returnCount: count().as("return_count"),
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isGivenBackIn(month))
    .groupBy(orders.householdId, orders.sellerCommuneCode, checkouts.channel, soldByOfRow);
}

function isGivenBackIn(month: Month) {
  return and(
    isNotNull(returnRequests.refundedOn),
    gte(returnRequests.refundedOn, `${month}-01`),
    lt(returnRequests.refundedOn, `${addMonths(month, 1)}-01`),
  );
}
