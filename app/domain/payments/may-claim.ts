import type { PaymentStatus } from "./payment-status";

/** While money is waited for, or came too late: of what is paid nothing is to be looked for. */
const AWAITING: readonly PaymentStatus[] = ["open", "partially_paid", "on_delivery", "expired"];

/** Whether a buyer may say of this payment that a transfer was made. */
export function mayClaim(payment: { status: PaymentStatus }): boolean {
  return AWAITING.includes(payment.status);
}
