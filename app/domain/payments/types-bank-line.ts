import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { BankProvider } from "./bank-notice";
import type { PaymentStatus } from "./payment-status";
import type { BankTransactionSummary } from "./types";

/** An order that a line in suspense may be for. */
export type OrderSuggestion = {
  code: string;
  /** named: the memo says it. nearly_named: one slip away, or cut. same_amount: it waits for just this amount. */
  why: "named" | "nearly_named" | "same_amount";
  method: PaymentMethod;
  status: PaymentStatus;
  /** Of what it costs, not yet captured; 0 when it takes no more. */
  remainingVnd: number;
  placedAt: number;
};

/** A line of the inbox as its page shows it. */
export type BankLineView = Omit<BankTransactionSummary, "references" | "conflictCount"> & {
  provider: BankProvider;
  bankReference: string | null;
  /** What the account held after it, as reported. */
  balanceVnd: number | null;
  /** When the provider told it differently. */
  conflicts: { receivedAt: number }[];
  /** Who else reported it. */
  sightings: { provider: BankProvider; receivedAt: number }[];
  suggestions: OrderSuggestion[];
};
