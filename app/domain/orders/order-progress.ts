import type { OrderStatus } from "./order-status";

const ROAD: readonly OrderStatus[] = ["placed", "confirmed", "packed", "shipped", "delivered"];

/** True when the order is there already, or has passed it on its way to delivery: a form sent twice. */
export function hasReached(status: OrderStatus, goal: OrderStatus): boolean {
  if (status === goal) return true;
  return ROAD.includes(goal) && ROAD.indexOf(status) > ROAD.indexOf(goal);
}

/** States in which the order is still to be fulfilled. */
export const OPEN_ORDER_STATUSES = ["placed", "confirmed", "packed", "shipped"] as const;

/** Bought, or about to be, and not there yet. */
export function isStillToCome(status: OrderStatus): boolean {
  return status === "awaiting_payment" || OPEN_ORDER_STATUSES.some((open) => open === status);
}

/** Orders that ended without a sale after their household had seen them. */
export const FALLEN_STATUSES = ["cancelled", "refused", "lost"] as const;

export function hasFallenThrough(status: OrderStatus): boolean {
  return FALLEN_STATUSES.some((fallen) => fallen === status);
}

/** What a household sees: everything that was paid for, or is to be paid at the door. */
export const HOUSEHOLD_ORDER_STATUSES = [
  "placed",
  "confirmed",
  "packed",
  "shipped",
  "delivered",
  "cancelled",
  "refused",
  "lost",
] as const satisfies readonly OrderStatus[];
export type HouseholdOrderStatus = (typeof HOUSEHOLD_ORDER_STATUSES)[number];

export function isVisibleToHousehold(status: OrderStatus): status is HouseholdOrderStatus {
  return (HOUSEHOLD_ORDER_STATUSES as readonly OrderStatus[]).includes(status);
}
