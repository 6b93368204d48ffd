import type { BankTransactionReason } from "~/domain/payments/payment-status";

/** Incoming money that is posted to what its memo names, without anybody looking at it. */
export const MATCHED_OUTCOMES = [
  "paid",
  "partially_paid",
  "overpaid",
  "late_accepted",
  "refund_due",
] as const satisfies readonly BankTransactionReason[];
