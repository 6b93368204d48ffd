import { sql } from "drizzle-orm";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import type { OrderChannel } from "~/domain/orders/order-status";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { Transaction } from "~/platform/db.server";
import { sumVnd } from "~/platform/money";
import { monthOf, type LocalDate } from "~/platform/period";

export type ReturnedSale = {
  returnedOn: LocalDate;
  /** The seller's. */
  communeCode: string;
  householdId: string;
  channel: OrderChannel;
  method: PaymentMethod;
  /** Given back with the goods. */
  shippingVnd: number;
  lines: readonly { ocopSet: number; stars: number; returnedVnd: number; packCount: number }[];
};

/**
 * Deducts what was given back in the month in which it was, whenever it was delivered. Deducts again when called again:
 * it belongs in the transaction that pays a request back, which happens once.
 */
export async function recordReturnedSale(tx: Transaction, sale: ReturnedSale): Promise<void> {
  const month = monthOf(sale.returnedOn);
  const { communeCode, householdId, channel, method, shippingVnd } = sale;
  for (const { ocopSet, stars, returnedVnd, packCount } of sale.lines) {
    await tx
      .insert(monthlySales)
      .values({
        month,
        communeCode,
        ocopSet,
        stars,
        method,
        channel,
        itemsVnd: 0,
        itemCount: 0,
        lineCount: 0,
        returnedVnd,
        returnedCount: packCount,
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
          returnedVnd: sql`${monthlySales.returnedVnd} + ${returnedVnd}`,
          returnedCount: sql`${monthlySales.returnedCount} + ${packCount}`,
        },
      });
  }
  const returnedVnd = sumVnd(sale.lines.map((line) => line.returnedVnd));
  await tx
    .insert(monthlySellers)
    .values({
      month,
      householdId,
      channel,
      method,
      orderCount: 0,
      itemsVnd: 0,
      shippingVnd: 0,
      returnedVnd,
      returnedShippingVnd: shippingVnd,
      returnCount: 1,
    })
    .onConflictDoUpdate({
      target: [
        monthlySellers.month,
        monthlySellers.householdId,
        monthlySellers.channel,
        monthlySellers.method,
      ],
      set: {
        returnedVnd: sql`${monthlySellers.returnedVnd} + ${returnedVnd}`,
        returnedShippingVnd: sql`${monthlySellers.returnedShippingVnd} + ${shippingVnd}`,
        returnCount: sql`${monthlySellers.returnCount} + 1`,
      },
    });
}
