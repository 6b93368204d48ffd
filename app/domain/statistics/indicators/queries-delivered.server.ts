import { and, asc, count, eq, gte, isNotNull, lt, min, max, sum } from "drizzle-orm";
import { households } from "~db/schema/households";
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

/** What was delivered in a month, by everything that `monthly_sales` is broken down by. */
export async function sumDeliveredLines(db: ReadDatabase, month: Month) {
  return db
    .select({
      communeCode: households.communeCode,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      method: soldByOfRow,
      channel: checkouts.channel,
      itemsVnd: sum(lineItems.totalVnd).mapWith(Number),
      itemCount: sum(lineItems.quantity).mapWith(Number),
      lineCount: count(),
    })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .where(isDeliveredIn(month))
    .groupBy(
      households.communeCode,
      lineItems.ocopSet,
      lineItems.stars,
      soldByOfRow,
      checkouts.channel,
    )
    .orderBy(asc(households.communeCode), asc(lineItems.ocopSet));
}

/** Orders delivered in a month by seller, channel and method, as `monthly_sellers` keeps them. */
export async function sumDeliveredOrders(db: ReadDatabase, month: Month) {
  return db
    .select({
      householdId: orders.householdId,
      channel: checkouts.channel,
      method: soldByOfRow,
      orderCount: count(),
      itemsVnd: sum(orders.itemsVnd).mapWith(Number),
      shippingVnd: sum(orders.shippingVnd).mapWith(Number),
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(isDeliveredIn(month))
    .groupBy(orders.householdId, checkouts.channel, soldByOfRow)
    .orderBy(asc(orders.householdId));
}

function isDeliveredIn(month: Month) {
  return and(
    eq(orders.status, "delivered"),
    isNotNull(orders.deliveredOn),
    gte(orders.deliveredOn, `${month}-01`),
    lt(orders.deliveredOn, `${addMonths(month, 1)}-01`),
  );
}
