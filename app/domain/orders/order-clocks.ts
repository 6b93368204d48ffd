import { DAY_MS, HOUR_MS } from "~/platform/period";
import type { OrderStatus } from "./order-status";
import { isPaidAtDoor, type PaymentMethod } from "./payment-methods";

/** A household has two days to confirm; then the order is called off and the buyer gets the money back. */
export const CONFIRM_WITHIN_HOURS = 48;
/** The same for what is confirmed, and again for what is packed: nobody's money may lie with a silent seller. */
export const SEND_WITHIN_DAYS = 10;
/** A parcel counts as received by itself when nobody has said otherwise: the longest way takes a week. */
const RECEIVED_AFTER_DAYS = 10;

/**
 * Until when an order may stand where it stands, in epoch milliseconds, for it moves by itself then; null where
 * nothing happens by itself. What is paid at the door is not received by itself: somebody has the cash and must say so.
 * The deadline before payment is the checkout's (`pay_by`).
 */
export function orderClock(
  order: { status: OrderStatus; method: PaymentMethod },
  since: number,
): number | null {
  if (order.status === "placed") return since + CONFIRM_WITHIN_HOURS * HOUR_MS;
  if (order.status === "confirmed" || order.status === "packed") {
    return since + SEND_WITHIN_DAYS * DAY_MS;
  }
  if (order.status === "shipped" && !isPaidAtDoor(order.method)) {
    return since + RECEIVED_AFTER_DAYS * DAY_MS;
  }
  return null;
}
