import type { Month } from "~/platform/period";
import { COUNTED_CHANNEL, measureMonth, METHOD_VERSION } from "../indicator";
import type { IndicatorMonth, RetailTotal } from "../types";
import type { RetailKind } from "../retail-stages";
import type { MonthSums } from "./records";

export type SumsToMeasure = {
  month: Month;
  sums: MonthSums;
  retailTotals: Record<RetailKind, RetailTotal | null>;
};

/**
 * The month's figures from what its sellers sold, by the method of that version; null for a version that this program
 * cannot compute. When the method changes, the one before stays here: what was closed by it must come out the same.
 */
export function measureSums(version: number, measured: SumsToMeasure): IndicatorMonth | null {
  if (version !== METHOD_VERSION) return null;
  const { month, sums, retailTotals } = measured;
  const orders = [...sums.orders.values()];
  return measureMonth({
    month,
    sales: [...sums.sales.values()],
    orders: orders.map(({ channel, method, orderCount, shippingVnd, returnedShippingVnd }) => ({
      channel,
      method,
      orderCount,
      shippingVnd: shippingVnd - returnedShippingVnd,
    })),
    sellers: countSellers(sums),
    retailTotals,
  });
}

/** Those with a counted order; who only took goods back sold nothing. */
function countSellers({ orders }: MonthSums): { sellerCount: number; largestVnd: number } {
  const soldVnd = new Map<string, number>();
  for (const { channel, orderCount, householdId, itemsVnd } of orders.values()) {
    if (channel !== COUNTED_CHANNEL || orderCount === 0) continue;
    soldVnd.set(householdId, (soldVnd.get(householdId) ?? 0) + itemsVnd);
  }
  const largestVnd = [...soldVnd.values()].reduce((most, sold) => Math.max(most, sold), 0);
  return { sellerCount: soldVnd.size, largestVnd };
}
