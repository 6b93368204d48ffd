import { and, eq, sql, sum } from "drizzle-orm";
import { monthlySellers, provinceSellers } from "~db/schema/statistics";
import type { OrderChannel } from "~/domain/orders/order-status";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { sumVnd } from "~/platform/money";
import { monthOf, type LocalDate, type Month } from "~/platform/period";
import { addLineSums } from "./indicators/add-line-sums.server";
import { addOrderSums } from "./indicators/add-order-sums.server";

export type DeliveredSale = {
  deliveredOn: LocalDate;
  /** Where the seller was when it was ordered. */
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
  invariant(sale.communeCode !== "", "a sale from nowhere");
  const month = monthOf(sale.deliveredOn);
  const { communeCode, householdId, channel, method, shippingVnd } = sale;
  const whose = { month, householdId, communeCode, channel, method };
  for (const { ocopSet, stars, totalVnd, quantity } of sale.lines) {
    const sold = { itemsVnd: totalVnd, itemCount: quantity, lineCount: 1 };
    await addLineSums(
      tx,
      { ...whose, ocopSet, stars },
      { ...sold, returnedVnd: 0, returnedCount: 0 },
    );
  }
  const itemsVnd = sumVnd(sale.lines.map((line) => line.totalVnd));
  const nothingBack = { returnedVnd: 0, returnedShippingVnd: 0, returnCount: 0 };
  await addOrderSums(tx, whose, { orderCount: 1, itemsVnd, shippingVnd, ...nothingBack });
  await countSeller(tx, month, sale);
}

/** After the order was added: with the first of a seller there is one more. */
async function countSeller(tx: Transaction, month: Month, { channel, householdId }: DeliveredSale) {
  const [sold] = await tx
    .select({ orderCount: sum(monthlySellers.orderCount).mapWith(Number) })
    .from(monthlySellers)
    .where(
      and(
        eq(monthlySellers.month, month),
        eq(monthlySellers.householdId, householdId),
        eq(monthlySellers.channel, channel),
      ),
    );
  if (sold?.orderCount !== 1) return;
  await tx
    .insert(provinceSellers)
    .values({ month, channel, sellerCount: 1 })
    .onConflictDoUpdate({
      target: [provinceSellers.month, provinceSellers.channel],
      set: { sellerCount: sql`${provinceSellers.sellerCount} + 1` },
    });
}
