import { isService } from "~/domain/catalog/ocop-sets";
import { nextShipDay } from "~/domain/households/ship-days";
import type { CartLine } from "~/domain/orders/cart-line";
import { readableLines } from "~/domain/orders/order-totals";
import { findFirstPhotos } from "~/domain/orders/queries-offers.server";
import type { Quote } from "~/domain/orders/types";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { priceCheckout, type ChosenPickups } from "./price-checkout.server";

/**
 * What `placeCheckout` would charge now, for the cart and the checkout page; writes nothing. Forgives what a
 * cart may hold: an unknown product or no quantity is left out, an unknown commune leaves the shipping open, and
 * what was to be picked up at an unknown point is sent.
 */
export async function quoteCheckout(input: {
  lines: readonly CartLine[];
  communeCode: string | null;
  pickups?: ChosenPickups;
}): Promise<Quote> {
  const priced = await priceCheckout(reader(), {
    lines: readableLines(input.lines),
    communeCode: input.communeCode,
    pickups: input.pickups ?? {},
  });
  const firstPhotos = await findFirstPhotos(priced.lines.map(({ offer }) => offer.productId));
  const today = localDateOf(now());
  return {
    lines: priced.lines.map(({ offer, ...line }) => {
      const photo = firstPhotos.get(offer.productId);
      const { free: _lots, ...product } = offer;
      return { ...product, ...line, photoId: photo?.id ?? null, photoWidths: photo?.widths ?? [] };
    }),
    households: priced.households.map(({ lines, ...household }) => ({
      ...household,
      hasGoods: lines.some((line) => !isService(line.offer.ocopSet)),
      nextShipOn: nextShipDay(household.shippingRules, today),
    })),
    itemsVnd: priced.itemsVnd,
    shippingVnd: priced.shippingVnd,
    totalVnd: priced.totalVnd,
    hasAlcohol: priced.hasAlcohol,
  };
}
