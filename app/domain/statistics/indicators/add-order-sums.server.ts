import { sql } from "drizzle-orm";
import { monthlySellers, provinceOrders } from "~db/schema/statistics";
import type { Transaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";

export type OrderKey = {
  month: Month;
  householdId: string;
  /** Where the seller was when it was ordered. */
  communeCode: string;
  channel: string;
  method: string;
};
export type OrderSums = {
  orderCount: number;
  itemsVnd: number;
  shippingVnd: number;
  returnedVnd: number;
  returnedShippingVnd: number;
  returnCount: number;
};

/** Adds to a seller's orders of one kind in a month, and to the province's sum of them. */
export async function addOrderSums(
  tx: Transaction,
  key: OrderKey,
  added: OrderSums,
): Promise<void> {
  await tx
    .insert(monthlySellers)
    .values({ ...key, ...added })
    .onConflictDoUpdate({
      target: [
        monthlySellers.month,
        monthlySellers.householdId,
        monthlySellers.communeCode,
        monthlySellers.channel,
        monthlySellers.method,
      ],
      set: {
        orderCount: sql`${monthlySellers.orderCount} + ${added.orderCount}`,
        itemsVnd: sql`${monthlySellers.itemsVnd} + ${added.itemsVnd}`,
        shippingVnd: sql`${monthlySellers.shippingVnd} + ${added.shippingVnd}`,
        returnedVnd: sql`${monthlySellers.returnedVnd} + ${added.returnedVnd}`,
        returnedShippingVnd: sql`${monthlySellers.returnedShippingVnd} + ${added.returnedShippingVnd}`,
        returnCount: sql`${monthlySellers.returnCount} + ${added.returnCount}`,
      },
    });
  const { month, channel, method } = key;
  const { orderCount, shippingVnd, returnedShippingVnd } = added;
  await tx
    .insert(provinceOrders)
    .values({ month, channel, method, orderCount, shippingVnd, returnedShippingVnd })
    .onConflictDoUpdate({
      target: [provinceOrders.month, provinceOrders.method, provinceOrders.channel],
      set: {
        orderCount: sql`${provinceOrders.orderCount} + ${orderCount}`,
        shippingVnd: sql`${provinceOrders.shippingVnd} + ${shippingVnd}`,
        returnedShippingVnd: sql`${provinceOrders.returnedShippingVnd} + ${returnedShippingVnd}`,
      },
    });
}
