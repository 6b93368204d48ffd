import { isPaidAtDoor, type PaymentMethod } from "./payment-methods";

export const CHECKOUT_STATUSES = [
  "awaiting_payment", // stock is held until `pay_by`
  "accepted", // paid, or to be paid at the door
  "expired", // not paid in time, stock given back
  "cancelled", // the buyer gave it up before paying, stock given back
] as const;
export type CheckoutStatus = (typeof CHECKOUT_STATUSES)[number];

export const ORDER_STATUSES = [
  "awaiting_payment", // its checkout is not paid yet; the household does not see it
  "placed", // waits for the household to confirm
  "confirmed", // the household is preparing it
  "packed", // ready to go: the buyer cannot call it off any more
  "shipped", // on its way
  "delivered", // received: this counts as a sale; what comes back is a return request
  "cancelled", // called off before it was sent
  "refused", // the buyer did not take it at the door
  "lost", // sent, and it never arrived
  "expired", // its checkout was not paid in time, or given up before it was
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Who moves an order; `clock` is a deadline that passed, `money` a payment that came. */
export const ORDER_MOVERS = ["buyer", "household", "department", "clock", "money"] as const;
export type OrderMover = (typeof ORDER_MOVERS)[number];

type OrderMove = {
  from: OrderStatus;
  to: OrderStatus;
  by: readonly OrderMover[];
  /** Only when it was paid before it was sent: of cash, who took it or who gave it has to say so. */
  isPrepaidOnly?: true;
};

/** The life of an order: every move there is, and whose it is. */
const ORDER_MOVES: readonly OrderMove[] = [
  { from: "awaiting_payment", to: "placed", by: ["money", "buyer"] }, // a buyer who will pay at the door instead
  { from: "awaiting_payment", to: "expired", by: ["clock", "buyer"] },
  { from: "placed", to: "confirmed", by: ["household"] },
  { from: "placed", to: "cancelled", by: ["buyer", "household", "clock"] },
  { from: "confirmed", to: "packed", by: ["household"] },
  { from: "confirmed", to: "shipped", by: ["household"] },
  { from: "confirmed", to: "cancelled", by: ["buyer", "household", "clock"] },
  { from: "packed", to: "shipped", by: ["household"] },
  { from: "packed", to: "cancelled", by: ["household", "clock"] },
  { from: "shipped", to: "delivered", by: ["buyer", "household"] },
  { from: "shipped", to: "delivered", by: ["clock"], isPrepaidOnly: true },
  { from: "shipped", to: "refused", by: ["household"] },
  { from: "shipped", to: "lost", by: ["household", "department"] },
  // A transfer that comes after the deadline revives the order if the stock is still there.
  { from: "expired", to: "placed", by: ["money"] },
];

export function mayMoveOrder(
  order: { status: OrderStatus; method: PaymentMethod },
  to: OrderStatus,
  by: OrderMover,
): boolean {
  return ORDER_MOVES.some(
    (move) =>
      move.from === order.status &&
      move.to === to &&
      move.by.includes(by) &&
      (!isPaidAtDoor(order.method) || !move.isPrepaidOnly),
  );
}

/** How the order was placed; only `web` counts as e-commerce retail, each of the others is a line of its own. */
export const ORDER_CHANNELS = [
  "web", // by the buyer, in the shop
  "assisted", // typed in by a helper
  "wholesale", // a delivery under a contract
] as const;
export type OrderChannel = (typeof ORDER_CHANNELS)[number];
