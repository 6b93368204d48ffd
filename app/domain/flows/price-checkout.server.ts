import { isAlcohol } from "~/domain/catalog/ocop-sets";
import { estimateShipping } from "~/domain/fulfilment/queries.server";
import { checkoutTotals, lineTotalVnd, type OrderedQuantity } from "~/domain/orders/order-totals";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import type { LineProblem, Offer } from "~/domain/orders/types";
import type { ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { ZERO_VND, sumVnd, vnd, type Vnd } from "~/platform/money";

export type PricedLine = {
  offer: Offer;
  quantity: number;
  unitPriceVnd: Vnd;
  totalVnd: Vnd;
  problem: LineProblem | null;
};
export type PricedHousehold = {
  householdId: string;
  householdName: string;
  lines: PricedLine[];
  itemsVnd: Vnd;
  /** Null while nobody knows where to. */
  shippingVnd: Vnd | null;
};
export type PricedCheckout = {
  /** In the order asked for. Products that never existed are left out. */
  lines: PricedLine[];
  hasUnknownProduct: boolean;
  /** One a household, in the order of their first line; without products that are not on sale. */
  households: PricedHousehold[];
  isCommuneKnown: boolean;
  itemsVnd: Vnd;
  shippingVnd: Vnd | null;
  totalVnd: Vnd | null;
  hasAlcohol: boolean;
};

/**
 * What these packs cost today, sent to this commune: the one computation behind the cart, the checkout page
 * and the order. A product that is not on sale costs nothing here; one with too little stock is priced in full.
 * @param db the transaction when the order is placed, else `reader()`
 * @param asked merged by product; `communeCode` null when the buyer has not said yet
 */
export async function priceCheckout(
  db: ReadDatabase,
  asked: { lines: readonly OrderedQuantity[]; communeCode: string | null },
): Promise<PricedCheckout> {
  const offers = await loadOffers(
    db,
    asked.lines.map((line) => line.productId),
  );
  const lines = asked.lines.flatMap(({ productId, quantity }) => {
    const offer = offers.get(productId);
    return offer ? [priceLine(offer, quantity)] : [];
  });
  const buyable = lines.filter((line) => line.problem !== "product_unavailable");
  const groups = groupByHousehold(buyable);
  const shipping = await shippingOf(db, asked.communeCode, groups);
  const households = groups.map((group, index): PricedHousehold => {
    const { householdId, householdName } = present(group[0], "an empty group").offer;
    return {
      householdId,
      householdName,
      lines: group,
      itemsVnd: sumVnd(group.map((line) => line.totalVnd)),
      shippingVnd: shipping && present(shipping[index], "a parcel without its cost"),
    };
  });
  const totals = checkoutTotals(
    households.map(({ itemsVnd, shippingVnd }) => ({
      itemsVnd,
      shippingVnd: shippingVnd ?? ZERO_VND,
    })),
  );
  return {
    lines,
    hasUnknownProduct: lines.length < asked.lines.length,
    households,
    isCommuneKnown: shipping !== null,
    itemsVnd: totals.itemsVnd,
    shippingVnd: shipping && totals.shippingVnd,
    totalVnd: shipping && totals.totalVnd,
    hasAlcohol: buyable.some((line) => isAlcohol(line.offer.ocopSet)),
  };
}

function groupByHousehold(lines: readonly PricedLine[]): PricedLine[][] {
  const groups = new Map<string, PricedLine[]>();
  for (const line of lines) {
    const { householdId } = line.offer;
    groups.set(householdId, [...(groups.get(householdId) ?? []), line]);
  }
  return [...groups.values()];
}

function priceLine(offer: Offer, quantity: number): PricedLine {
  const unitPriceVnd = vnd(offer.unitPriceVnd);
  return {
    offer,
    quantity,
    unitPriceVnd,
    totalVnd: lineTotalVnd(unitPriceVnd, quantity),
    problem: problemOf(offer, quantity),
  };
}

function problemOf(offer: Offer, quantity: number): LineProblem | null {
  if (!offer.isOnSale) return "product_unavailable";
  return offer.availableCount < quantity ? "not_enough_stock" : null;
}

async function shippingOf(
  db: ReadDatabase,
  communeCode: string | null,
  groups: readonly PricedLine[][],
): Promise<Vnd[] | null> {
  if (communeCode === null) return null;
  const parcels = groups.map((lines) =>
    lines.map(({ offer, quantity }) => ({
      ocopSet: offer.ocopSet,
      weightGrams: offer.weightGrams,
      quantity,
    })),
  );
  return estimateShipping(db, { communeCode, parcels });
}
