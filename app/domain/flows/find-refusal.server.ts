import { reopensOn } from "~/domain/households/shop-closure";
import { methodRefusal, type MethodRefusalCode } from "~/domain/orders/offered-methods";
import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { Offer } from "~/domain/orders/types";
import type { Language } from "~/platform/language";
import { present } from "~/platform/invariant";
import { formatDate } from "~/platform/period";
import { fail, type Failure } from "~/platform/result";
import type { PricedCheckout } from "./price-checkout.server";

/** A line that costs something else than its buyer saw. */
export type PriceChange = {
  productId: string;
  productName: string;
  beforeVnd: number;
  nowVnd: number;
};
export type CheckoutRefusal = Failure<
  | "product_unavailable"
  | "licence_missing"
  | "shop_closed"
  | MethodRefusalCode
  | "commune_unknown"
  | "pickup_point_gone"
  | "not_shipped_there"
  | "expires_too_soon"
  | "sold_out"
  | "not_enough_stock"
  | "price_changed"
  | "total_changed"
> & {
  /** With `price_changed`. */
  priceChanges?: PriceChange[];
};

type Asked = { method: PaymentMethod; language: Language; expectedTotalVnd: number };

/** Why these packs cannot be ordered as their buyer saw them, first what cannot be had at all; or null. What a voucher pays is off the total. */
export function findRefusal(
  asked: Asked,
  priced: PricedCheckout & { voucherVnd: number },
): CheckoutRefusal | null {
  const nameOf = ({ name, nameEn }: Offer) => (asked.language === "en" ? (nameEn ?? name) : name);
  const isGone = priced.lines.some((line) => line.problem === "product_unavailable");
  if (priced.hasUnknownProduct || isGone) return fail("product_unavailable");
  const unlicensed = priced.lines.find((line) => line.problem === "licence_missing");
  if (unlicensed) return fail("licence_missing", { productName: nameOf(unlicensed.offer) });
  const closed = priced.lines.find((line) => line.problem === "shop_closed");
  if (closed) return fail("shop_closed", closedDetail(closed.offer));
  if (priced.totalVnd === null) return fail("commune_unknown");
  const { hasAlcohol } = priced;
  const dueVnd = priced.totalVnd - priced.voucherVnd;
  const unfit = methodRefusal(asked.method, {
    hasAlcohol,
    dueVnd,
    takesCards: openCardProvider() !== null,
  });
  if (unfit) return fail(unfit);
  if (priced.hasUnknownPickup) return fail("pickup_point_gone");
  const unsent = priced.lines.find((line) => line.problem === "not_shipped_there");
  if (unsent) return fail("not_shipped_there", { productName: nameOf(unsent.offer) });
  const tooOld = priced.lines.find((line) => line.problem === "expires_too_soon");
  if (tooOld) {
    const { availableCount: count } = tooOld;
    return fail("expires_too_soon", { productName: nameOf(tooOld.offer), count });
  }
  const short = priced.lines.find((line) => line.problem === "not_enough_stock");
  if (short) {
    const { availableCount } = short;
    const productName = nameOf(short.offer);
    if (availableCount <= 0) return fail("sold_out", { productName });
    return fail("not_enough_stock", { productName, availableCount });
  }
  const priceChanges = findPriceChanges(priced, nameOf);
  if (priceChanges.length > 0) return { ...fail("price_changed"), priceChanges };
  if (dueVnd !== asked.expectedTotalVnd) {
    return fail("total_changed", { totalVnd: dueVnd });
  }
  return null;
}

function closedDetail({ householdName, shippingRules }: Offer): Record<string, string> {
  const closure = present(shippingRules.closure, "a closed shop has said until when");
  return { householdName, day: formatDate(reopensOn(closure)) };
}

function findPriceChanges(
  { lines }: PricedCheckout,
  nameOf: (offer: Offer) => string,
): PriceChange[] {
  return lines.flatMap(({ offer, unitPriceVnd, changedFromVnd }) => {
    if (changedFromVnd === null) return [];
    const { productId } = offer;
    const change = { productId, productName: nameOf(offer) };
    return [{ ...change, beforeVnd: changedFromVnd, nowVnd: unitPriceVnd }];
  });
}
