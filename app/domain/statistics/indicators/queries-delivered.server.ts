import { and, count, eq, gte, isNotNull, lt, sql, sum } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import type { ReadDatabase } from "~/platform/db.server";
import type { DaySpan } from "./day-span";
import { soldByOfRow } from "./queries-sold-by.server";

/** What was delivered within days, as rows of `monthly_sales`. */
export function sumDeliveredLines(db: ReadDatabase, days: DaySpan) {
  return db
    .select({
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      method: soldByOfRow,
      channel: checkouts.channel,
      itemsVnd: sum(lineItems.totalVnd).mapWith(Number),
      itemCount: sum(lineItems.quantity).mapWith(Number),
      lineCount: count(),
      returnedVnd: sql<number>`0`,
      returnedCount: sql<number>`0`,
    })
    .from(orders)
    .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isDeliveredIn(days))
    .groupBy(
      orders.householdId,
      orders.sellerCommuneCode,
      lineItems.ocopSet,
      lineItems.stars,
      soldByOfRow,
      checkouts.channel,
    );
}

/** Orders delivered within days, as rows of `monthly_sellers`. */
export function sumDeliveredOrders(db: ReadDatabase, days: DaySpan) {
  return db
    .select({
      householdId: orders.householdId,
      communeCode: orders.sellerCommuneCode,
      channel: checkouts.channel,
      method: soldByOfRow,
      orderCount: count(),
      itemsVnd: sum(orders.itemsVnd).mapWith(Number),
      shippingVnd: sum(orders.shippingVnd).mapWith(Number),
      returnedVnd: sql<number>`0`,
      returnedShippingVnd: sql<number>`0`,
      returnCount: sql<number>`0`,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isDeliveredIn(days))
    .groupBy(orders.householdId, orders.sellerCommuneCode, checkouts.channel, soldByOfRow);
}

function isDeliveredIn({ from, until }: DaySpan) {
  return and(
    eq(orders.status, "delivered"),
    isNotNull(orders.deliveredOn),
    gte(orders.deliveredOn, from),
    lt(orders.deliveredOn, until),
  );
}
