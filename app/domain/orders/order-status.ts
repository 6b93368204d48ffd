export const CHECKOUT_STATUSES = [
  "awaiting_payment", // stock is held until `pay_by`
  "accepted", // paid, or to be paid at the door
  "expired", // not paid in time, stock given back
] as const;
export type CheckoutStatus = (typeof CHECKOUT_STATUSES)[number];

export const ORDER_STATUSES = [
  "awaiting_payment", // its checkout is not paid yet; the household does not see it
  "placed", // waits for the household to confirm
  "confirmed", // the household is preparing it
  "shipped", // on its way
  "delivered", // received: this counts as a sale
  "cancelled", // the household could not fulfil it
  "refused", // the buyer did not take it at the door
  "expired", // its checkout was not paid in time
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

const ORDER_MOVES: Record<OrderStatus, readonly OrderStatus[]> = {
  awaiting_payment: ["placed", "expired"],
  placed: ["confirmed", "cancelled"],
  confirmed: ["shipped", "cancelled"],
  shipped: ["delivered", "refused"],
  delivered: [],
  cancelled: [],
  refused: [],
  // A transfer that comes after the deadline revives the order if the stock is still there.
  expired: ["placed"],
};

export function mayMoveOrder(from: OrderStatus, to: OrderStatus): boolean {
  return ORDER_MOVES[from].includes(to);
}

/** How the order was placed; only `web` counts as e-commerce, `assisted` is a line of its own. */
export const ORDER_CHANNELS = ["web", "assisted"] as const;
export type OrderChannel = (typeof ORDER_CHANNELS)[number];
