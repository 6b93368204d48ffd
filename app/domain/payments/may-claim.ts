import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { PaymentStatus } from "./payment-status";

/** While money is waited for, or came too late: of what is paid nothing is to be looked for. */
const AWAITING: readonly PaymentStatus[] = ["open", "partially_paid", "on_delivery", "expired"];

/** Whether a buyer may say of this payment that a transfer was made; who pays by card makes none. */
export function mayClaim(payment: { status: PaymentStatus; method: PaymentMethod }): boolean {
  return payment.method !== "card" && AWAITING.includes(payment.status);
}
