import { isAlcohol, isService } from "../../../app/domain/catalog/ocop-sets";
import type { OrderChannel } from "../../../app/domain/orders/order-status";
import type { PaymentMethod } from "../../../app/domain/orders/payment-methods";
import type { LocalDate } from "../../../app/platform/period";
import { createWeightedPick, type Random } from "./random";
import { seasonDemand, type SalesDay } from "./sales-calendar";
import { isObtainable } from "./seed-lots";
import type { SoldProduct } from "./seed-products";
import type { SeededHousehold } from "./seed-households";

export type DraftLine = { product: SoldProduct; quantity: number };
export type DraftOrder = { household: SeededHousehold; lines: DraftLine[] };
export type DraftCheckout = {
  orders: DraftOrder[];
  method: PaymentMethod;
  channel: OrderChannel;
};

/** What is bought on one day: draws products by popularity and season. */
export type Shelf = {
  products: readonly SoldProduct[];
  pick: (random: Random) => SoldProduct;
  ofHousehold: (householdId: string) => SoldProduct[];
};

export function stockShelf(products: readonly SoldProduct[], date: LocalDate): Shelf {
  const obtainable = products.filter((product) => isObtainable(product.details, date));
  const weights = obtainable.map(
    ({ details }) => details.popularity ** 1.5 * seasonDemand(details.season, date),
  );
  const byHousehold = new Map<string, SoldProduct[]>();
  for (const product of obtainable) {
    const known = byHousehold.get(product.household.id);
    if (known) known.push(product);
    else byHousehold.set(product.household.id, [product]);
  }
  return {
    products: obtainable,
    pick: createWeightedPick(obtainable, weights),
    ofHousehold: (householdId) => byHousehold.get(householdId) ?? [],
  };
}

/** How many households a checkout buys from: mostly one, at most three. */
export function drawOrderCount(random: Random, atMost: number): number {
  const draw = random.whole(1, 100);
  return Math.min(atMost, draw <= 86 ? 1 : draw <= 97 ? 2 : 3);
}

/**
 * One checkout of so many orders, the first from `household` when one is given and sells something that day.
 * Households are never drawn twice into one checkout.
 */
export function draftCheckout(
  random: Random,
  shelf: Shelf,
  wish: { orderCount: number; day: SalesDay; household: SeededHousehold | null },
): DraftCheckout {
  const chosen = new Map<string, SoldProduct>();
  const wished = wish.household === null ? [] : shelf.ofHousehold(wish.household.id);
  if (wished.length > 0) {
    const product = random.pick(wished);
    chosen.set(product.household.id, product);
  }
  for (let tries = 0; chosen.size < wish.orderCount; tries += 1) {
    // When luck keeps drawing the same households, the first other one will do.
    const isOther = (one: SoldProduct) => !chosen.has(one.household.id);
    const product = tries < 50 ? shelf.pick(random) : shelf.products.find(isOther);
    if (product === undefined) break;
    if (isOther(product)) chosen.set(product.household.id, product);
  }
  const orders = [...chosen.values()].map((product) => draftOrder(random, shelf, product));
  return {
    orders,
    method: drawMethod(random, orders, wish.day),
    channel: random.chance(0.03) ? "assisted" : "web",
  };
}

function draftOrder(random: Random, shelf: Shelf, first: SoldProduct): DraftOrder {
  const products = [first];
  const others = shelf.ofHousehold(first.household.id).filter((product) => product !== first);
  while (products.length < 3 && others.length > 0 && random.chance(0.28)) {
    const [product] = others.splice(random.whole(0, others.length - 1), 1);
    if (product) products.push(product);
  }
  return {
    household: first.household,
    lines: products.map((product) => ({ product, quantity: drawQuantity(random, product) })),
  };
}

function drawQuantity(random: Random, { details }: SoldProduct): number {
  const draw = random.whole(1, 100);
  if (details.priceVnd > 500_000) return draw <= 92 ? 1 : 2;
  if (draw <= 62) return 1;
  if (draw <= 86) return 2;
  return draw <= 95 ? 3 : 5;
}

/**
 * Cash at the door falls from 70 % to 55 % over the time, with what may not be paid so. Alcohol must be paid without cash (Law on Prevention of
 * Alcohol Harm 2019), and a stay is not handed over at a door.
 */
function drawMethod(random: Random, orders: readonly DraftOrder[], day: SalesDay): PaymentMethod {
  const isCash = random.chance(0.78 - 0.16 * day.progress);
  const needsTransfer = orders.some((order) =>
    order.lines.some(
      ({ product }) => isAlcohol(product.details.set) || isService(product.details.set),
    ),
  );
  return isCash && !needsTransfer ? "cod" : "vietqr";
}
