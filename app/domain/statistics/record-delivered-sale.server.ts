import { sql } from "drizzle-orm";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import type { OrderChannel } from "~/domain/orders/order-status";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { sumVnd } from "~/platform/money";
import { monthOf, type LocalDate } from "~/platform/period";

export type DeliveredSale = {
  deliveredOn: LocalDate;
  /** The seller's. */
  communeCode: string;
  householdId: string;
  channel: OrderChannel;
  method: PaymentMethod;
  shippingVnd: number;
  lines: readonly { ocopSet: number; stars: number; totalVnd: number; quantity: number }[];
};

/**
 * Adds one delivered order to the figures of its month, the month of delivery in Vietnam. Counts again when
 * called again: it belongs in the transaction that moves the order to `delivered`, which happens once.
 */
export async function recordDeliveredSale(tx: Transaction, sale: DeliveredSale): Promise<void> {
  invariant(sale.lines.length > 0, "a sale of nothing");
  const month = monthOf(sale.deliveredOn);
  const { communeCode, householdId, channel, method, shippingVnd } = sale;
  for (const line of sale.lines) {
    await tx
      .insert(monthlySales)
      .values({
        month,
        communeCode,
        ocopSet: line.ocopSet,
        stars: line.stars,
        method,
        channel,
        itemsVnd: line.totalVnd,
        itemCount: line.quantity,
        lineCount: 1,
      })
      .onConflictDoUpdate({
        target: [
          monthlySales.month,
          monthlySales.communeCode,
          monthlySales.ocopSet,
          monthlySales.stars,
          monthlySales.method,
          monthlySales.channel,
        ],
        set: {
          itemsVnd: sql`${monthlySales.itemsVnd} + ${line.totalVnd}`,
          itemCount: sql`${monthlySales.itemCount} + ${line.quantity}`,
          lineCount: sql`${monthlySales.lineCount} + 1`,
        },
      });
  }
  const itemsVnd = sumVnd(sale.lines.map((line) => line.totalVnd));
  await tx
    .insert(monthlySellers)
    .values({ month, householdId, channel, method, orderCount: 1, itemsVnd, shippingVnd })
    .onConflictDoUpdate({
      target: [
        monthlySellers.month,
        monthlySellers.householdId,
        monthlySellers.channel,
        monthlySellers.method,
      ],
      set: {
        orderCount: sql`${monthlySellers.orderCount} + 1`,
        itemsVnd: sql`${monthlySellers.itemsVnd} + ${itemsVnd}`,
        shippingVnd: sql`${monthlySellers.shippingVnd} + ${shippingVnd}`,
      },
    });
}
