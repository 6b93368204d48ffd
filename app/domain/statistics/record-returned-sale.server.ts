import type { OrderChannel } from "~/domain/orders/order-status";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { Transaction } from "~/platform/db.server";
import { sumVnd } from "~/platform/money";
import { monthOf, type LocalDate } from "~/platform/period";
import { addLineSums } from "./indicators/add-line-sums.server";
import { addOrderSums } from "./indicators/add-order-sums.server";

export type ReturnedSale = {
  returnedOn: LocalDate;
  /** Where the seller was when it was ordered. */
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
  const whose = { month, householdId, communeCode, channel, method };
  for (const { ocopSet, stars, returnedVnd, packCount } of sale.lines) {
    const nothingSold = { itemsVnd: 0, itemCount: 0, lineCount: 0 };
    const back = { returnedVnd, returnedCount: packCount };
    await addLineSums(tx, { ...whose, ocopSet, stars }, { ...nothingSold, ...back });
  }
  await addOrderSums(tx, whose, {
    orderCount: 0,
    itemsVnd: 0,
    shippingVnd: 0,
    returnedVnd: sumVnd(sale.lines.map((line) => line.returnedVnd)),
    returnedShippingVnd: shippingVnd,
    returnCount: 1,
  });
}
