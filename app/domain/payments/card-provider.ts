import type { Vnd } from "~/platform/money";
import type { Result } from "~/platform/result";

/**
 * What the shop asks of whoever charges cards, in words of ours. Each call that changes something carries a key under
 * which the same call may be repeated: it is done once.
 */
export type CardProvider = {
  /** False: nobody's money moves. */
  isLive: boolean;
  /** In which version of its own it has to speak to us. */
  apiVersion: string;
  openSession: (asked: NewCardSession) => Promise<Result<CardSession, CardFailure>>;
  readSession: (sessionId: string) => Promise<Result<CardSession, CardFailure>>;
  /** The session of an attempt whose answer never came, by when it was asked for; null when there is none. */
  findSession: (attempt: {
    id: string;
    createdAt: number;
  }) => Promise<Result<CardSession | null, CardFailure>>;
  /** Nobody can pay it any more. `card_refused`: it is not open, so it has to be read. */
  expireSession: (sessionId: string) => Promise<Result<CardSession, CardFailure>>;
  readIntent: (intentId: string) => Promise<Result<CardIntent, CardFailure>>;
  /** `card_error_kept`: it may be done all the same. */
  refund: (asked: NewCardRefund) => Promise<Result<CardRefundState, CardFailure | KeptError>>;
  listRefunds: (intentId: string) => Promise<Result<CardRefundState[], CardFailure>>;
  readDispute: (disputeId: string) => Promise<Result<CardDispute, CardFailure>>;
  /** What happened in a span of seconds, oldest first; `too_many`: ask for a shorter one. */
  listEvents: (
    span: CardSpan,
  ) => Promise<Result<{ kind: "events"; events: CardEvent[] } | { kind: "too_many" }, CardFailure>>;
  /** What it holds for us, also what may not be paid out yet; null: it keeps our account in another currency. */
  readBalance: () => Promise<Result<CardBalance | null, CardFailure>>;
  /** What moved that balance in a span of seconds, the newest first; `from` is later where there were too many. */
  listMovements: (
    span: CardSpan,
  ) => Promise<Result<{ from: number; movements: CardMovement[] }, CardFailure>>;
};

/** unreachable: it may be tried again, under the same key. refused: it never will be done as it was asked. */
export type CardFailure = "card_unreachable" | "card_refused";

/** An error of the provider's own is all that this key answers until it is forgotten: whether it was done is not said. */
export type KeptError = "card_error_kept";

/** Seconds since 1970, both ends within. */
export type CardSpan = { from: number; to: number };

export type NewCardSession = {
  attemptId: string;
  /** The order's code, which the cardholder reads. */
  reference: string;
  amountVnd: Vnd;
  language: "vi" | "en";
  returnUrl: string;
  expiresAt: number;
};

export type CardSession = {
  id: string;
  /** Where the card is typed; null once it is not open. */
  url: string | null;
  status: "open" | "complete" | "expired";
  intentId: string | null;
  money: CardMoney;
  /** Whom it was opened for, as we had told the provider. */
  attemptId: string | null;
};

/** As the provider says it: whether it is what we asked for is looked at by whoever reads it. */
export type CardMoney = { amount: number; currency: string };

/** A payment within a session, through all the cards that were tried. */
export type CardIntent = {
  id: string;
  attemptId: string | null;
  isLive: boolean;
  /** A card is being charged, and nobody knows yet how that ends. */
  isProcessing: boolean;
  /** The card that was charged in the end. */
  charge: CardCharge | null;
};
export type CardCharge = {
  id: string;
  money: CardMoney;
  /** In đồng, what the provider took for itself; null while it does not say so. */
  feeVnd: number | null;
};

export type NewCardRefund = {
  refundId: string;
  chargeId: string;
  amountVnd: Vnd;
  cause: "duplicate" | "owed";
};
export type CardRefundState = {
  id: string;
  /** Ours; null when somebody made it on the provider's own pages. */
  refundId: string | null;
  amount: number;
  status: "pending" | "succeeded" | "failed";
};

export type CardBalance = { amountVnd: Vnd };

/** One booking on our balance at the provider. */
export type CardMovement = {
  id: string;
  /** The charge, refund, dispute or payout that it is of; its own id where the provider names none. */
  sourceId: string;
  kind: "payout" | "other";
  /** By how much the balance changed, less what the provider took for itself. */
  netVnd: Vnd;
  occurredAt: number;
};

export type CardDispute = {
  id: string;
  chargeId: string;
  intentId: string | null;
  amount: number;
  currency: string;
  /** What the provider took for it, in đồng. */
  feeVnd: number;
  /** False: only a question of the bank's, no money has gone. */
  hasTakenMoney: boolean;
  status: "open" | "won" | "lost";
};

/** What an event is about: only by which things to ask for, never how they stand. */
export type CardEvent = {
  id: string;
  type: string;
  occurredAt: number;
  isLive: boolean;
  /** Another account's, for platforms; ours has none. */
  account: string | null;
  apiVersion: string | null;
  about: CardEventSubject;
};
export type CardEventSubject = {
  kind: "session" | "intent" | "charge" | "refund" | "dispute" | "other";
  id: string;
  intentId: string | null;
  attemptId: string | null;
  reference: string | null;
  /** What was asked of the card; null for refunds and disputes, which may be of a part. */
  money: CardMoney | null;
};

/** Of what we are told. */
export const CARD_EVENT_TYPES = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "checkout.session.expired",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "charge.succeeded",
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "charge.dispute.closed",
] as const;
export type CardEventType = (typeof CARD_EVENT_TYPES)[number];
