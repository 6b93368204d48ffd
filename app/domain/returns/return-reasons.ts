import type { OrderMover, OrderStatus } from "~/domain/orders/order-status";
import { isPaidAtDoor, type PaymentMethod } from "~/domain/orders/payment-methods";
import { DAY_MS } from "~/platform/period";

export const RETURN_REASONS = [
  "not_received", // nothing came, or it is marked as delivered and is not there
  "damaged", // broken, rotten, spoilt
  "wrong_goods", // another thing, or fewer of it
  "not_as_described",
  "changed_mind",
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/**
 * Days after delivery within which a buyer may ask. Wrong or missing information on the goods gives 30 days by
 * article 38 of the Consumer Protection Law 19/2023; what never came cannot be seen on a day either.
 */
const WITHIN_DAYS: Record<ReturnReason, number> = {
  not_received: 30,
  damaged: 7,
  wrong_goods: 7,
  not_as_described: 30,
  changed_mind: 7,
};

/** Days after delivery until which a buyer may complain of that. */
export function returnDays(reason: ReturnReason): number {
  return WITHIN_DAYS[reason];
}

/** What is seen when a parcel is opened, or not wanted after all: most who complain do so by then. */
const USUAL_DAYS = WITHIN_DAYS.damaged;

/** A parcel is given this long before it counts as missing; what nobody carries longer. */
const MISSING_AFTER_DAYS = { carried: 3, waiting: 10 };

/** How long a parcel travels at the most where its seller says that it came: their word must not spend the buyer's days. */
const TRAVEL_DAYS = 5;

/** Who has done nothing wrong does not pay for the way: shipping goes back with the goods. */
export function isShippingRefunded(reason: ReturnReason): boolean {
  return reason !== "changed_mind";
}

/** Nothing to send back when nothing came. */
export function isSentBack(reason: ReturnReason): boolean {
  return reason !== "not_received";
}

export type ReturnableOrder = {
  status: OrderStatus;
  method: PaymentMethod;
  shippedAt: number | null;
  deliveredAt: number | null;
  /** Whose word the last move was. */
  statusBy: OrderMover | null;
  /** When it moves by itself; null where it does not, as what waits to be fetched. */
  clockAt: number | null;
};

/**
 * What a buyer may complain of at that moment, in the order of the list; empty when of nothing. Before delivery only
 * a parcel that was paid for and is late; cash that nobody has taken needs no way back.
 */
export function openReasons(order: ReturnableOrder, atInstant: number): ReturnReason[] {
  const { status, method, shippedAt, deliveredAt, statusBy, clockAt } = order;
  if (status === "shipped" && shippedAt !== null) {
    const days = clockAt === null ? MISSING_AFTER_DAYS.waiting : MISSING_AFTER_DAYS.carried;
    const isLate = atInstant >= shippedAt + days * DAY_MS;
    return isLate && !isPaidAtDoor(method) ? ["not_received"] : [];
  }
  if (status !== "delivered" || deliveredAt === null) return [];
  const since = returnsSince({ deliveredAt, shippedAt, statusBy });
  return RETURN_REASONS.filter(
    (reason) =>
      atInstant < since + WITHIN_DAYS[reason] * DAY_MS &&
      // Whoever has said that it came does not say that it never did.
      !(reason === "not_received" && statusBy === "buyer"),
  );
}

type DeliveredOrder = Pick<ReturnableOrder, "shippedAt" | "statusBy"> & { deliveredAt: number };

function returnsSince({ deliveredAt, shippedAt, statusBy }: DeliveredOrder): number {
  return statusBy === "household"
    ? Math.max(deliveredAt, (shippedAt ?? deliveredAt) + TRAVEL_DAYS * DAY_MS)
    : deliveredAt;
}

/**
 * Until when a delivered order usually comes back, if it does. The two complaints that the law leaves 30 days for may
 * still come after.
 */
export function usualReturnsEndAt(order: DeliveredOrder): number {
  return returnsSince(order) + USUAL_DAYS * DAY_MS;
}
