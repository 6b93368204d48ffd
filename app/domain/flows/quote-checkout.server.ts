import { readableLines, type OrderedQuantity } from "~/domain/orders/order-totals";
import type { Quote } from "~/domain/orders/types";
import { reader } from "~/platform/db.server";
import { priceCheckout } from "./price-checkout.server";

/**
 * What `placeCheckout` would charge now, for the cart and the checkout page; writes nothing. Forgives what a
 * cart may hold: an unknown product or no quantity is left out, an unknown commune leaves the shipping open.
 */
export async function quoteCheckout(input: {
  lines: readonly OrderedQuantity[];
  communeCode: string | null;
}): Promise<Quote> {
  const priced = await priceCheckout(reader(), {
    lines: readableLines(input.lines),
    communeCode: input.communeCode,
  });
  return {
    lines: priced.lines.map(({ offer, ...line }) => ({ ...offer, ...line })),
    households: priced.households.map(({ householdName, itemsVnd, shippingVnd }) => ({
      householdName,
      itemsVnd,
      shippingVnd,
    })),
    itemsVnd: priced.itemsVnd,
    shippingVnd: priced.shippingVnd,
    totalVnd: priced.totalVnd,
    hasAlcohol: priced.hasAlcohol,
  };
}
