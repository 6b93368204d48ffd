import { isAlcohol, isService } from "~/domain/catalog/ocop-sets";
import { arrivalOf, type Arrival } from "~/domain/fulfilment/arrival";
import { findDestination, type Destination } from "~/domain/fulfilment/queries.server";
import { isFreeShipping, parcelGrams, shippingCost } from "~/domain/fulfilment/shipping-cost";
import { rateIn } from "~/domain/fulfilment/shipping-tariff";
import { isShippedTo, type ShippingZone } from "~/domain/fulfilment/shipping-zones";
import { closureOn } from "~/domain/households/shop-closure";
import type { PickupPoint, ShippingRules } from "~/domain/households/shipping-rules";
import type { CartLine } from "~/domain/orders/cart-line";
import { countFree } from "~/domain/orders/free-packs";
import { checkoutTotals, lineTotalVnd } from "~/domain/orders/order-totals";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import type { LineProblem, Offer } from "~/domain/orders/types";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { ZERO_VND, sumVnd, vnd, type Vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";

export type PricedLine = {
  offer: Offer;
  quantity: number;
  unitPriceVnd: Vnd;
  totalVnd: Vnd;
  /** Packs that this buyer could have. */
  availableCount: number;
  /** What the buyer saw last, where it is not the price of now. */
  changedFromVnd: number | null;
  problem: LineProblem | null;
};
export type PricedHousehold = {
  householdId: string;
  householdName: string;
  lines: PricedLine[];
  itemsVnd: Vnd;
  /** Null while nobody knows where to. */
  shippingVnd: Vnd | null;
  shippingRules: ShippingRules;
  /** Where the buyer comes for it; null: it is sent, or there is nothing to send. */
  pickupPoint: PickupPoint | null;
  /** When it comes; null while nobody knows where to, and for what is not sent. */
  arrival: Arrival | null;
};

/** By household, the id of the pick-up point that the buyer chose. */
export type ChosenPickups = Readonly<Record<string, string>>;
export type PricedCheckout = {
  /** In the order asked for. Products that never existed are left out. */
  lines: PricedLine[];
  hasUnknownProduct: boolean;
  /** A household does not offer the point that was chosen, any more. */
  hasUnknownPickup: boolean;
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
 * and the order. A product that is not on sale costs nothing here; one with too little stock, of a closed shop, or that
 * is not sent so far, is priced in full.
 * @param db the transaction when the order is placed, else `reader()`
 * @param asked merged by product; `communeCode` null when the buyer has not said yet
 */
export async function priceCheckout(
  db: ReadDatabase,
  asked: {
    lines: readonly CartLine[];
    communeCode: string | null;
    pickups: ChosenPickups;
    /** What each pack costs instead of the price in the shop, because it was promised so. */
    promisedVnd?: Vnd;
  },
): Promise<PricedCheckout> {
  const offers = await loadOffers(
    db,
    asked.lines.map((line) => line.productId),
  );
  const { communeCode, pickups, promisedVnd } = asked;
  const destination = communeCode === null ? null : await findDestination(db, communeCode);
  const lines = asked.lines.flatMap(({ productId, quantity, seenVnd }) => {
    const offer = offers.get(productId);
    if (!offer) return [];
    const isPickedUp = chosenPoint(offer, pickups) !== null;
    const zone = isPickedUp ? null : (destination?.zone ?? null);
    return [priceLine({ offer, quantity, seenVnd, zone, promisedVnd })];
  });
  const buyable = lines.filter((line) => line.offer.offSale === null);
  const households = groupByHousehold(buyable).map((group) =>
    priceHousehold(group, destination, pickups),
  );
  const totals = checkoutTotals(
    households.map(({ itemsVnd, shippingVnd }) => ({
      itemsVnd,
      shippingVnd: shippingVnd ?? ZERO_VND,
    })),
  );
  return {
    lines,
    hasUnknownProduct: lines.length < asked.lines.length,
    hasUnknownPickup: households.some(
      ({ householdId, pickupPoint, lines: group }) =>
        pickupPoint === null && Boolean(pickups[householdId]) && hasGoods(group),
    ),
    households,
    isCommuneKnown: destination !== null,
    itemsVnd: totals.itemsVnd,
    shippingVnd: destination && totals.shippingVnd,
    totalVnd: destination && totals.totalVnd,
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

function priceLine(of: {
  offer: Offer;
  quantity: number;
  seenVnd: number | undefined;
  /** Null while nobody knows where to, and for what is not sent. */
  zone: ShippingZone | null;
  promisedVnd: Vnd | undefined;
}): PricedLine {
  const { offer, quantity, seenVnd, zone } = of;
  const unitPriceVnd = of.promisedVnd ?? vnd(offer.unitPriceVnd);
  const arrival = zone && !isService(offer.ocopSet) ? arrivalFrom(offer, zone) : null;
  const availableCount = countFree(offer.free, arrival?.to ?? null);
  return {
    offer,
    quantity,
    unitPriceVnd,
    totalVnd: lineTotalVnd(unitPriceVnd, quantity),
    availableCount,
    changedFromVnd:
      seenVnd === undefined || seenVnd === unitPriceVnd || offer.offSale !== null ? null : seenVnd,
    problem: problemOf(offer, zone, { quantity, availableCount }),
  };
}

function arrivalFrom({ shippingRules: { shipDays } }: Offer, zone: ShippingZone): Arrival {
  return arrivalOf(localDateOf(now()), { shipDays, zone });
}

function problemOf(
  offer: Offer,
  zone: ShippingZone | null,
  { quantity, availableCount }: { quantity: number; availableCount: number },
): LineProblem | null {
  if (offer.offSale !== null) {
    return offer.offSale === "licence_missing" ? "licence_missing" : "product_unavailable";
  }
  const { freshReach, closure } = offer.shippingRules;
  if (closureOn(closure, localDateOf(now())) === "closed") return "shop_closed";
  if (zone !== null && !isShippedTo(zone, offer.ocopSet, freshReach)) return "not_shipped_there";
  if (availableCount >= quantity) return null;
  return countFree(offer.free, null) >= quantity ? "expires_too_soon" : "not_enough_stock";
}

function priceHousehold(
  group: PricedLine[],
  destination: Destination | null,
  pickups: ChosenPickups,
): PricedHousehold {
  const { offer } = present(group[0], "an empty group");
  const { householdId, householdName, shippingRules } = offer;
  const pickupPoint = hasGoods(group) ? chosenPoint(offer, pickups) : null;
  const itemsVnd = sumVnd(group.map((line) => line.totalVnd));
  const isFree =
    pickupPoint !== null || isFreeShipping(itemsVnd, shippingRules.freeShippingFromVnd);
  return {
    householdId,
    householdName,
    lines: group,
    itemsVnd,
    shippingVnd: destination && (isFree ? ZERO_VND : parcelCost(group, destination)),
    shippingRules,
    pickupPoint,
    arrival:
      destination && !pickupPoint && hasGoods(group) ? arrivalFrom(offer, destination.zone) : null,
  };
}

function parcelCost(group: readonly PricedLine[], { tariff, zone }: Destination): Vnd {
  const parcel = group.map(({ offer, quantity }) => ({ ...offer, quantity }));
  return shippingCost(parcelGrams(parcel, tariff.volumetricDivisor), rateIn(tariff, zone));
}

/** Services only, and there is nothing to send or to come for. */
function hasGoods(group: readonly PricedLine[]): boolean {
  return group.some((line) => !isService(line.offer.ocopSet));
}

function chosenPoint(offer: Offer, pickups: ChosenPickups): PickupPoint | null {
  const chosen = pickups[offer.householdId];
  return offer.shippingRules.pickupPoints.find((point) => point.id === chosen) ?? null;
}
