import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { PaymentStatus } from "./payment-status";

/** Ways to send the rest of what was sent in part. */
const TRANSFERS: readonly PaymentMethod[] = ["vietqr", "mobile_money"];

/** Whether what a payment waits for may still come in this way. What came in part is completed by a transfer. */
export function maySwitch(payment: { status: PaymentStatus }, method: PaymentMethod): boolean {
  if (payment.status === "partially_paid") return TRANSFERS.includes(method);
  return payment.status === "open";
}
