import type { BankTransactionReason } from "./payment-status";
import type { CardAttemptStatus, CardRefundCause, CardRefundStatus } from "./card-status";

/** A try to pay by card, as commands and flows need it. */
export type CardAttemptRecord = {
  id: string;
  paymentId: string;
  checkoutId: string;
  /** The order's code. */
  reference: string;
  status: CardAttemptStatus;
  amountVnd: number;
  language: "vi" | "en";
  returnUrl: string;
  sessionId: string | null;
  url: string | null;
  intentId: string | null;
  createdAt: number;
  expiresAt: number;
};

export type CardChargeRecord = {
  id: string;
  attemptId: string;
  intentId: string;
  amountVnd: number;
  feeVnd: number | null;
  reason: BankTransactionReason;
  receivedAt: number;
  checkoutId: string;
};

export type CardRefundRecord = {
  id: string;
  chargeId: string;
  intentId: string;
  status: CardRefundStatus;
  cause: CardRefundCause;
  amountVnd: number;
  providerRefundId: string | null;
  preparedById: string | null;
  preparedAt: number;
  sentAt: number | null;
  checkoutId: string;
};
