import { readableLines, type OrderedQuantity } from "~/domain/orders/order-totals";
import { reader } from "~/platform/db.server";
import { priceCheckout, type LineProblem } from "./price-checkout.server";

export type QuotedLine = {
  productId: string;
  slug: string;
  name: string;
  nameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  householdName: string;
  householdSlug: string;
  ocopSet: number;
  photoId: string | null;
  photoWidths: number[];
  unitPriceVnd: number;
  quantity: number;
  totalVnd: number;
  availableCount: number;
  problem: LineProblem | null;
};
export type CheckoutQuote = {
  lines: QuotedLine[];
  households: { householdName: string; itemsVnd: number; shippingVnd: number | null }[];
  /** Without products that are not on sale any more. */
  itemsVnd: number;
  /** Null until the commune is known, as is the total. */
  shippingVnd: number | null;
  totalVnd: number | null;
  hasAlcohol: boolean;
};

/**
 * What `placeCheckout` would charge now, for the cart and the checkout page; writes nothing. Forgives what a
 * cart may hold: an unknown product or no quantity is left out, an unknown commune leaves the shipping open.
 */
export async function quoteCheckout(input: {
  lines: readonly OrderedQuantity[];
  communeCode: string | null;
}): Promise<CheckoutQuote> {
  const priced = await priceCheckout(reader(), {
    lines: readableLines(input.lines),
    communeCode: input.communeCode,
  });
  return {
    lines: priced.lines.map(({ offer, quantity, unitPriceVnd, totalVnd, problem }) => ({
      productId: offer.productId,
      slug: offer.slug,
      name: offer.name,
      nameEn: offer.nameEn,
      packLabel: offer.packLabel,
      packLabelEn: offer.packLabelEn,
      householdName: offer.householdName,
      householdSlug: offer.householdSlug,
      ocopSet: offer.ocopSet,
      photoId: offer.photoId,
      photoWidths: offer.photoWidths,
      unitPriceVnd,
      quantity,
      totalVnd,
      availableCount: offer.availableCount,
      problem,
    })),
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
