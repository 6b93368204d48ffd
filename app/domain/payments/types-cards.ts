import type { BankTransactionReason } from "./payment-status";
import type {
  CardAttemptStatus,
  CardEventReason,
  CardEventStatus,
  CardRefundCause,
  CardRefundStatus,
  StrayRefundStatus,
} from "./card-status";

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

/** Made on the provider's own pages; `refundId`: ours, once it is in the books. */
export type StrayRefund = {
  id: string;
  chargeId: string;
  checkoutId: string;
  amountVnd: number;
  status: StrayRefundStatus;
  seenAt: number;
  proposedById: string | null;
  proposedByName: string | null;
  note: string | null;
  refundId: string | null;
};

/** To whom a card's page may be offered. */
export type CardOffer = {
  amountVnd: number;
  /** No cards are taken just now, or what is left cannot be paid by one. */
  isOff: boolean;
  /** Its page was opened before. */
  hasBegun: boolean;
};

/** What cards have paid of a checkout, for the money desk. */
export type CardMoneyView = {
  /** `leftVnd`: what can still go back to that card. */
  charges: { id: string; amountVnd: number; receivedAt: number; leftVnd: number }[];
  refunds: {
    id: string;
    status: CardRefundStatus;
    cause: CardRefundCause;
    amountVnd: number;
    preparedAt: number;
    preparedById: string | null;
  }[];
  strays: StrayRefund[];
  isDisputed: boolean;
  /** Some of it was refunded outside our books. */
  isUnbooked: boolean;
  isOff: boolean;
};

export type CardEventRow = {
  id: string;
  eventId: string;
  type: string;
  aboutId: string;
  amountVnd: number | null;
  currency: string | null;
  status: CardEventStatus;
  reason: CardEventReason;
  toldBy: "webhook" | "list";
  occurredAt: number;
  /** Of the order that it is about, where we know it. */
  orderCode: string | null;
  checkoutId: string | null;
};
export type CardEventPage = {
  events: CardEventRow[];
  page: number;
  pageCount: number;
  eventCount: number;
  openDisputeCount: number;
  isOff: boolean;
  /** How the list of events was last read; null before the first time. */
  poll: { succeededAt: number | null; failure: string | null } | null;
};
