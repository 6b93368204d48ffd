import type { CheckoutStatus } from "./order-status";

/** What a sheet about a checkout is: goods held until they are paid, a sale, or nothing any more. */
export function printedKindOf(status: CheckoutStatus): "reserved" | "confirmed" | "lapsed" {
  if (status === "awaiting_payment") return "reserved";
  return status === "accepted" ? "confirmed" : "lapsed";
}
