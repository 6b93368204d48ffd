import { and, countDistinct, eq, gt, sum } from "drizzle-orm";
import {
  monthlySales,
  monthlySellers,
  provinceOrders,
  provinceSales,
  provinceSellers,
} from "~db/schema/statistics";
import type { Transaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";

/** The province's sums of what is kept of a month's sellers, made anew. */
export async function fillProvinceSums(tx: Transaction, month: Month): Promise<void> {
  for (const table of [provinceSales, provinceOrders, provinceSellers]) {
    await tx.delete(table).where(eq(table.month, month));
  }
  const { ocopSet, method, channel } = monthlySales;
  await tx.insert(provinceSales).select(
    tx
      .select({
        month: monthlySales.month,
        ocopSet,
        method,
        channel,
        itemsVnd: sum(monthlySales.itemsVnd).mapWith(Number).as("items_vnd"),
        returnedVnd: sum(monthlySales.returnedVnd).mapWith(Number).as("returned_vnd"),
      })
      .from(monthlySales)
      .where(eq(monthlySales.month, month))
      .groupBy(monthlySales.month, ocopSet, method, channel),
  );
  const { returnedShippingVnd } = monthlySellers;
  await tx.insert(provinceOrders).select(
    tx
      .select({
        month: monthlySellers.month,
        method: monthlySellers.method,
        channel: monthlySellers.channel,
        orderCount: sum(monthlySellers.orderCount).mapWith(Number).as("order_count"),
        shippingVnd: sum(monthlySellers.shippingVnd).mapWith(Number).as("shipping_vnd"),
        returnedShippingVnd: sum(returnedShippingVnd).mapWith(Number).as("returned_shipping_vnd"),
      })
      .from(monthlySellers)
      .where(eq(monthlySellers.month, month))
      .groupBy(monthlySellers.month, monthlySellers.method, monthlySellers.channel),
  );
  await tx.insert(provinceSellers).select(
    tx
      .select({
        month: monthlySellers.month,
        channel: monthlySellers.channel,
        sellerCount: countDistinct(monthlySellers.householdId).as("seller_count"),
      })
      .from(monthlySellers)
      // Who only took goods back that month sold nothing.
      .where(and(eq(monthlySellers.month, month), gt(monthlySellers.orderCount, 0)))
      .groupBy(monthlySellers.month, monthlySellers.channel),
  );
}
