import { isService } from "~/domain/catalog/ocop-sets";
import type { OrderChannel } from "~/domain/orders/order-status";
import { isCashless, PAYMENT_METHODS } from "~/domain/orders/payment-methods";
import { sumVnd } from "~/platform/money";
import type { Month } from "~/platform/period";
import type { RetailKind } from "./retail-stages";
import type { IndicatorMonth, RetailTotal } from "./types";

/**
 * The rules of the indicator, all of them. A change of any is a new version of the method
 * (`method-versions.ts`).
 *
 * - Counted: goods and services of delivered orders, in the month of delivery in Vietnam, at the price charged
 *   after the seller's discount, whatever the payment (cash at the door too), by where the seller was when it was ordered.
 * - Deducted: what came back and was paid back, in the month in which it was, whenever it had been delivered. A month in
 *   which more came back than was sold is below zero. Orders and sellers are counted as delivered, not as kept.
 * - Not counted: shipping; orders that a helper typed in (`assisted`) and deliveries under a contract (`wholesale`), each
 *   of which has its own lines; anything not delivered.
 * - The share of goods leaves services (OCOP set 26) out and is set against retail sales of goods; the share of
 *   goods and services takes them in and is set against the total with consumer services. Never across.
 * - Cashless: as it was paid in the end. Of what was to be paid at the door, whatever was taken there in cash makes it a
 *   cash sale (`soldBy`).
 */
export { METHOD_VERSION } from "./method-versions";

/** OECD: by methods designed for placing orders, thus by the buyer, on the site. */
export const COUNTED_CHANNEL: OrderChannel = "web";

/** Four, because one platform is a fraction of a per cent of a province's retail. */
export const SHARE_DECIMALS = 4;
export const RATE_DECIMALS = 1;

/** The provinces of today exist since 1 July 2025. */
export const FIRST_MONTH_AFTER_MERGER: Month = "2025-07";

/** Delivered sales of one month and what was given back in it, summed by set, channel and method. */
export type SalesSum = {
  channel: string;
  method: string;
  ocopSet: number;
  itemsVnd: number;
  returnedVnd: number;
};
/** Delivered orders of one month, summed by channel and method; shipping without what was given back of it. */
export type OrdersSum = {
  channel: string;
  method: string;
  orderCount: number;
  shippingVnd: number;
};

export function isCounted(row: { channel: string }): boolean {
  return row.channel === COUNTED_CHANNEL;
}

export function isOf(channel: OrderChannel) {
  return (row: { channel: string }) => row.channel === channel;
}

/** Whether sales of this kind are in the numerator of this share. */
export function isInNumerator(
  kind: RetailKind,
  sales: Pick<SalesSum, "channel" | "ocopSet">,
): boolean {
  if (!isCounted(sales)) return false;
  switch (kind) {
    case "goods":
      return !isService(sales.ocopSet);
    case "goods_services":
      return true;
  }
}

export type MonthFacts = {
  month: Month;
  sales: readonly SalesSum[];
  orders: readonly OrdersSum[];
  /** Sellers with at least one counted order. */
  activeSellerCount: number;
  retailTotals: Record<RetailKind, RetailTotal | null>;
};

/** The indicator of one month from its aggregates. */
export function measureMonth(facts: MonthFacts): IndicatorMonth {
  const { sales, orders } = facts;
  const counted = sales.filter(isCounted);
  const countedOrders = orders.filter(isCounted);
  return {
    month: facts.month,
    salesVnd: {
      goods: sumKept(sales.filter((row) => isInNumerator("goods", row))),
      goods_services: sumKept(sales.filter((row) => isInNumerator("goods_services", row))),
    },
    servicesVnd: sumKept(counted.filter((row) => isService(row.ocopSet))),
    returnedVnd: sumVnd(counted.map((row) => row.returnedVnd)),
    assistedVnd: sumKept(sales.filter(isOf("assisted"))),
    wholesaleVnd: sumKept(sales.filter(isOf("wholesale"))),
    shippingVnd: sumVnd(orders.map((row) => row.shippingVnd)),
    orderCount: sumOrders(countedOrders),
    assistedOrderCount: sumOrders(orders.filter(isOf("assisted"))),
    wholesaleOrderCount: sumOrders(orders.filter(isOf("wholesale"))),
    activeSellerCount: facts.activeSellerCount,
    cashlessVnd: sumKept(counted.filter(isPaidCashless)),
    cashlessOrderCount: sumOrders(countedOrders.filter(isPaidCashless)),
    retailTotals: facts.retailTotals,
    withheld: [],
    isBeforeMerger: facts.month < FIRST_MONTH_AFTER_MERGER,
  };
}

const CASHLESS_METHODS: readonly string[] = PAYMENT_METHODS.filter(isCashless);

export function isPaidCashless({ method }: { method: string }): boolean {
  return CASHLESS_METHODS.includes(method);
}

/** What was sold less what was given back. */
function sumKept(rows: readonly SalesSum[]) {
  return sumVnd(rows.map((row) => row.itemsVnd - row.returnedVnd));
}

function sumOrders(rows: readonly OrdersSum[]): number {
  return rows.reduce((sum, row) => sum + row.orderCount, 0);
}
