import { and, count, eq, gte, isNotNull, lt, max, min, sql, sum } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import type { ReadDatabase } from "~/platform/db.server";
import { addMonths, monthOf, type Month } from "~/platform/period";
import { soldByOfRow } from "./queries-sold-by.server";

/** The first and last month with a delivered order; null before the first. */
export async function readDeliveredMonths(
  db: ReadDatabase,
): Promise<{ first: Month; last: Month } | null> {
  const [row] = await db
    .select({ first: min(orders.deliveredOn), last: max(orders.deliveredOn) })
    .from(orders)
    .where(eq(orders.status, "delivered"));
  return row?.first && row.last ? { first: monthOf(row.first), last: monthOf(row.last) } : null;
}

/** What was delivered in a month, as rows of `monthly_sales`; not yet read. */
export function sumDeliveredLines(db: ReadDatabase, month: Month) {
  return db
    .select({
      month: sql<string>`${month}`.as("month"),
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      method: soldByOfRow.as("method"),
      channel: checkouts.channel,
      itemsVnd: sum(lineItems.totalVnd).mapWith(Number).as("items_vnd"),
      itemCount: sum(lineItems.quantity).mapWith(Number).as("item_count"),
      lineCount: count().as("line_count"),
      returnedVnd: sql<number>`0`.as("returned_vnd"),
      returnedCount: sql<number>`0`.as("returned_count"),
    })
    .from(orders)
    .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isDeliveredIn(month))
    .groupBy(
      orders.householdId,
      orders.sellerCommuneCode,
      lineItems.ocopSet,
      lineItems.stars,
      soldByOfRow,
      checkouts.channel,
    );
}

/** Orders delivered in a month, as rows of `monthly_sellers`; not yet read. */
export function sumDeliveredOrders(db: ReadDatabase, month: Month) {
  return db
    .select({
      month: sql<string>`${month}`.as("month"),
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      channel: checkouts.channel,
      method: soldByOfRow.as("method"),
      orderCount: count().as("order_count"),
      itemsVnd: sum(orders.itemsVnd).mapWith(Number).as("items_vnd"),
      shippingVnd: sum(orders.shippingVnd).mapWith(Number).as("shipping_vnd"),
      returnedVnd: sql<number>`0`.as("returned_vnd"),
      returnedShippingVnd: sql<number>`0`.as("returned_shipping_vnd"),
      returnCount: sql<number>`0`.as("return_count"),
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isDeliveredIn(month))
    .groupBy(orders.householdId, orders.sellerCommuneCode, checkouts.channel, soldByOfRow);
}

function isDeliveredIn(month: Month) {
  return and(
    eq(orders.status, "delivered"),
    isNotNull(orders.deliveredOn),
    gte(orders.deliveredOn, `${month}-01`),
    lt(orders.deliveredOn, `${addMonths(month, 1)}-01`),
  );
}
