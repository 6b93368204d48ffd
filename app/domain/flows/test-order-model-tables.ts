import { DAY_MS, HOUR_MS } from "~/platform/period";

/**
 * Test support: what `ShopModel` is made of. Written down a second time and as plainly as can be, apart from the product's
 * own tables.
 */
export const PRODUCTS = [
  { household: 0, priceVnd: 185_000, grams: 700 },
  { household: 0, priceVnd: 33_333, grams: 350 },
  { household: 1, priceVnd: 99_999, grams: 100 },
] as const;
export const STOCK = 6;

export type Method = "vietqr" | "cod";
export type Purchase = { method: Method; phone: string };
export type Wanted = { product: number; quantity: number };
export type Line = { product: number; quantity: number; returned: number };
export type Request = {
  reason: string;
  status: string;
  clockAt: number | null;
  /** Packs by line. */
  counts: number[];
  refundVnd: number;
  /** The department said no. */
  isDecided: boolean;
};
export type Order = {
  household: number;
  lines: Line[];
  /** Withholding was on when it was placed. */
  isTaxed: boolean;
  itemsVnd: number;
  shippingVnd: number;
  totalVnd: number;
  /** To be taken at the door, or taken. */
  cashVnd: number;
  status: string;
  clockAt: number | null;
  shippedAt: number;
  deliveredAt: number;
  deliveredBy: string;
  isSelfBrought: boolean;
  requests: Request[];
};
export type Checkout = {
  method: Method;
  phone: string;
  status: string;
  payment: string;
  payBy: number;
  dueVnd: number;
  capturedVnd: number;
  /** What is owed back. */
  refundVnd: number;
  /** What the buyer has paid and nobody has earned. */
  heldVnd: number;
  orders: Order[];
};

const isUnderWay = ({ status }: Order) =>
  ["placed", "confirmed", "packed", "shipped"].includes(status);

/** A guest's phone may owe two purchases at the door. */
export const owesCash = (checkouts: readonly Checkout[], { method, phone }: Purchase) =>
  method === "cod" &&
  checkouts.filter(
    (one) =>
      one.phone === phone && one.orders.some((order) => isUnderWay(order) && order.cashVnd > 0),
  ).length >= 2;

const priceOf = (line: Pick<Line, "product">) => PRODUCTS[line.product]?.priceVnd ?? NaN;
export const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const feeOf = (lineVnd: number) => Math.floor((lineVnd * 5 + 50) / 100);
const halfUp = (vnd: number, bps: number) => Math.floor((vnd * bps + 5_000) / 10_000);
/** Of goods 1 % and 0.5 %, of shipping 3 % and 1.5 %, each rounded by itself. */
const taxOfGoods = (vnd: number) => halfUp(vnd, 100) + halfUp(vnd, 50);
const taxOfShipping = (vnd: number) => halfUp(vnd, 300) + halfUp(vnd, 150);

/** What a sale brings: to the market, to the State, to its household, and of that what it has in its hands already. */
export function earningsOf(order: Order) {
  const totals = order.lines.map((line) => priceOf(line) * line.quantity);
  const feeVnd = sum(totals.map(feeOf));
  const taxVnd = order.isTaxed ? sum(totals.map(taxOfGoods)) + taxOfShipping(order.shippingVnd) : 0;
  const earnedVnd = order.totalVnd - feeVnd - taxVnd;
  const keptVnd = order.isSelfBrought ? Math.min(order.cashVnd, earnedVnd) : 0;
  return { feeVnd, taxVnd, earnedVnd, keptVnd };
}

/** `from>to by`: all moves of an order after it was paid. */
export const MOVES = `
  placed>confirmed household, placed>cancelled household, placed>cancelled buyer, placed>cancelled clock,
  confirmed>packed household, confirmed>shipped household, confirmed>cancelled household, confirmed>cancelled buyer,
  confirmed>cancelled clock, packed>cancelled clock,
  packed>shipped household, packed>cancelled household,
  shipped>delivered household, shipped>refused household, shipped>lost household, shipped>lost department,
  shipped>delivered buyer, shipped>delivered clock,`;
export const REQUEST_MOVES = `
  requested>accepted household, requested>declined household, requested>refunded household, requested>closed buyer,
  requested>disputed clock, accepted>returning buyer, accepted>refunded household, accepted>closed buyer,
  accepted>closed clock, returning>refunded household, returning>disputed household, returning>disputed clock,
  declined>refunded household, declined>disputed buyer, declined>closed buyer, declined>closed clock,
  disputed>refunded department, disputed>refunded household, disputed>closed department, disputed>closed buyer,`;
const REQUEST_DAYS: Record<string, number> = {
  requested: 3,
  accepted: 14,
  returning: 10,
  declined: 7,
  disputed: 15,
};
export const LAPSES: Record<string, string> = {
  requested: "disputed",
  accepted: "closed",
  returning: "disputed",
  declined: "closed",
};

const ROAD = ["placed", "confirmed", "packed", "shipped", "delivered"];

/** Whether an order is in that state, or has passed it on its way to delivery. */
export function isThere({ status }: Order, to: string): boolean {
  return status === to || (ROAD.includes(to) && ROAD.indexOf(status) > ROAD.indexOf(to));
}
const REASON_DAYS: Record<string, number> = {
  not_received: 30,
  damaged: 7,
  wrong_goods: 7,
  not_as_described: 30,
  changed_mind: 7,
};
export const isOver = (request: Request) =>
  request.status === "refunded" || request.status === "closed";

/** Of a checkout that has just been placed. */
export const NOTHING_PAID = { capturedVnd: 0, refundVnd: 0, heldVnd: 0 };

/** What a household has here, in cash of ours, owes us, has sold and taken back. */
export function newSeller() {
  return { owedVnd: 0, cashVnd: 0, debtVnd: 0, soldVnd: 0, backVnd: 0 };
}

/** What it has here pays what it owes. */
export function payDebt(seller: ReturnType<typeof newSeller>): void {
  const paid = Math.min(seller.debtVnd, seller.owedVnd);
  seller.debtVnd -= paid;
  seller.owedVnd -= paid;
}

/** A transfer takes off what is left to pay at the doors; answers what nobody has a use for. */
export function payAtDoor(checkout: Checkout, amountVnd: number, isOnTheWayToo = true): number {
  const open = checkout.orders.filter(
    (order) =>
      isUnderWay(order) && order.cashVnd > 0 && (isOnTheWayToo || order.status !== "shipped"),
  );
  const meant = open.find((order) => order.cashVnd === amountVnd);
  let leftVnd = amountVnd;
  for (const order of meant ? [meant] : open) {
    const lessVnd = Math.min(leftVnd, order.cashVnd);
    order.cashVnd -= lessVnd;
    leftVnd -= lessVnd;
  }
  return leftVnd;
}

/** At the door: an order less to be paid. */
export function dueLess(checkout: Checkout, totalVnd: number): void {
  const leftVnd = checkout.dueVnd - totalVnd;
  if (leftVnd > 0) checkout.dueVnd = leftVnd;
  if (leftVnd === 0) checkout.payment = "expired";
  else if (leftVnd === checkout.capturedVnd) checkout.payment = "paid";
}

/** The longest overdue first: of a cash purchase that ends whole, what was due for the last order stays as its sum. */
export function overdueOrders(checkouts: readonly Checkout[], now: number) {
  return checkouts
    .flatMap((checkout) => checkout.orders.map((order) => ({ checkout, order })))
    .filter(({ order }) => order.clockAt !== null && order.clockAt <= now)
    .toSorted((one, other) => Number(one.order.clockAt) - Number(other.order.clockAt));
}

/** One household's part of what is bought at that moment. */
export function newOrder(
  household: number,
  lines: Line[],
  bought: { method: Method; at: number; isTaxed: boolean },
) {
  const itemsVnd = sum(lines.map((line) => priceOf(line) * line.quantity));
  const grams = sum(lines.map((line) => (PRODUCTS[line.product]?.grams ?? NaN) * line.quantity));
  const shippingVnd = 18_000 + 4_000 * (Math.ceil(grams / 500) - 1);
  const isCash = bought.method === "cod";
  return {
    household,
    lines,
    isTaxed: bought.isTaxed,
    itemsVnd,
    shippingVnd,
    totalVnd: itemsVnd + shippingVnd,
    cashVnd: isCash ? itemsVnd + shippingVnd : 0,
    status: isCash ? "placed" : "awaiting_payment",
    clockAt: isCash ? bought.at + 48 * HOUR_MS : null,
    shippedAt: 0,
    deliveredAt: 0,
    deliveredBy: "",
    isSelfBrought: false,
    requests: [],
  };
}

export function markReturned(order: Order, counts: readonly number[]): void {
  for (const [i, line] of order.lines.entries()) line.returned += counts[i] ?? 0;
}

/** When a request moves by itself; null: it does not. */
export function requestClock(status: string, at: number): number | null {
  const days = REQUEST_DAYS[status];
  return days === undefined ? null : at + days * DAY_MS;
}

/** What packs of an order are worth when they come back, by line; marks them as returned. */
export function takeBack(order: Order, counts: readonly number[], reason: string) {
  const worthOf = (packs: (line: Line, i: number) => number) =>
    sum(order.lines.map((line, i) => priceOf(line) * packs(line, i)));
  const keptFees = () =>
    sum(order.lines.map((line) => feeOf(priceOf(line) * (line.quantity - line.returned))));
  const keptTaxes = () =>
    sum(order.lines.map((line) => taxOfGoods(priceOf(line) * (line.quantity - line.returned))));
  const beforeVnd = worthOf((line) => line.returned);
  const itemsVnd = worthOf((_, i) => counts[i] ?? 0);
  const share = (vnd: number) => Math.floor((order.shippingVnd * vnd) / order.itemsVnd);
  const shippingVnd = share(beforeVnd + itemsVnd) - share(beforeVnd);
  const feesBefore = keptFees();
  const taxesBefore = keptTaxes();
  const isChosen = reason === "changed_mind";
  const staysVnd = order.shippingVnd - share(beforeVnd);
  const taxOfTravel = isChosen
    ? 0
    : taxOfShipping(staysVnd) - taxOfShipping(staysVnd - shippingVnd);
  markReturned(order, counts);
  return {
    itemsVnd,
    totalVnd: itemsVnd + (isChosen ? 0 : shippingVnd),
    feesVnd: feesBefore - keptFees(),
    taxesVnd: order.isTaxed ? taxesBefore - keptTaxes() + taxOfTravel : 0,
  };
}

/** A buyer may complain of that now, if no other request is open. */
export function mayAsk(order: Order, reason: string, now: number): boolean {
  const isMissing =
    reason === "not_received" &&
    order.status === "shipped" &&
    order.clockAt !== null && // paid before it was sent
    now >= order.shippedAt + 3 * DAY_MS;
  const { deliveredAt, shippedAt } = order;
  const isSellersWord = order.deliveredBy === "household";
  const since = isSellersWord ? Math.max(deliveredAt, shippedAt + 5 * DAY_MS) : deliveredAt;
  const isInTime =
    order.status === "delivered" && now < since + (REASON_DAYS[reason] ?? NaN) * DAY_MS;
  const isTakenBack = reason === "not_received" && order.deliveredBy === "buyer";
  return isMissing || (isInTime && !isTakenBack);
}

/** Packs by line that are paid back of what was asked; null when that is none, or more than was. */
export function countsToPay(order: Order, request: Request, counts: readonly number[] | null) {
  const paid = order.lines.map((_, i) => {
    const asked = request.counts[i] ?? 0;
    return asked === 0 || counts === null ? asked : (counts[i] ?? 0);
  });
  const isMore = paid.some((packs, i) => packs > (request.counts[i] ?? 0));
  return isMore || sum(paid) === 0 ? null : paid;
}

/** The department has said no to some of it, and what it said was of these goods. */
export function isDecided(order: Order, reason: string, asked: readonly number[]): boolean {
  return order.requests.some(
    (request) =>
      request.isDecided &&
      (request.reason !== "not_received" || reason === "not_received") &&
      request.counts.some((packs, i) => packs > 0 && (asked[i] ?? 0) > 0),
  );
}

/** One line a product. */
export function mergeWanted(wanted: readonly { product: number; quantity: number }[]): Line[] {
  const packs = new Map<number, number>();
  for (const { product, quantity } of wanted) {
    packs.set(product, (packs.get(product) ?? 0) + quantity);
  }
  return Array.from(packs, ([product, quantity]) => ({ product, quantity, returned: 0 }));
}
