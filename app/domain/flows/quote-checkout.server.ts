import { readableLines, type OrderedQuantity } from "~/domain/orders/order-totals";
import { findFirstPhotos } from "~/domain/orders/queries-offers.server";
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
  const firstPhotos = await findFirstPhotos(priced.lines.map(({ offer }) => offer.productId));
  return {
    lines: priced.lines.map(({ offer, ...line }) => {
      const photo = firstPhotos.get(offer.productId);
      return { ...offer, ...line, photoId: photo?.id ?? null, photoWidths: photo?.widths ?? [] };
    }),
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
