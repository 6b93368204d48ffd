export const CARD_ATTEMPT_STATUSES = [
  "creating", // asked for, and the provider's answer is not stored yet
  "open", // the buyer may pay on the provider's page
  "paid", // a card was charged for it
  "expired", // nobody can pay it any more
  "failed", // the provider would not open it
] as const;
export type CardAttemptStatus = (typeof CARD_ATTEMPT_STATUSES)[number];

const ATTEMPT_MOVES: Record<CardAttemptStatus, readonly CardAttemptStatus[]> = {
  creating: ["open", "paid", "expired", "failed"],
  open: ["paid", "expired"],
  paid: [],
  expired: ["paid"], // the card was charged in the last second
  failed: ["paid"], // it had been opened all the same
};

/** Forward only: a late `expired` never undoes `paid`. */
export function canMoveAttempt(from: CardAttemptStatus, to: CardAttemptStatus): boolean {
  return ATTEMPT_MOVES[from].includes(to);
}

export const CARD_REFUND_STATUSES = [
  "prepared", // one person has said it; waits for a second
  "withdrawn", // not sent
  "sending", // held back in the ledger; the provider has not answered yet
  "pending", // taken on by the provider
  "succeeded", // given to the card's bank
  "failed", // not given: owed as before
] as const;
export type CardRefundStatus = (typeof CARD_REFUND_STATUSES)[number];

const REFUND_MOVES: Record<CardRefundStatus, readonly CardRefundStatus[]> = {
  prepared: ["sending", "withdrawn"],
  withdrawn: [],
  sending: ["pending", "succeeded", "failed"],
  pending: ["succeeded", "failed"],
  succeeded: ["failed"], // a card's bank may say so days later
  failed: ["pending", "succeeded"], // we took it for refused, and it was done all the same
};

export function canMoveRefund(from: CardRefundStatus, to: CardRefundStatus): boolean {
  return REFUND_MOVES[from].includes(to);
}

/** Of these the money is with the provider's refund, not with us. */
export const CARD_REFUND_HELD = [
  "sending",
  "pending",
  "succeeded",
] as const satisfies readonly CardRefundStatus[];

/** How the provider tells a refund that we did not ask for. */
export const STRAY_REFUND_STATUSES = [
  "pending",
  "succeeded",
  "failed",
] as const satisfies readonly CardRefundStatus[];
export type StrayRefundStatus = (typeof STRAY_REFUND_STATUSES)[number];

/** Why: a second payment of the same order goes back by itself; all else a person sends. */
export const CARD_REFUND_CAUSES = ["duplicate", "owed"] as const;
export type CardRefundCause = (typeof CARD_REFUND_CAUSES)[number];

export const CARD_DISPUTE_STATUSES = ["open", "won", "lost"] as const;
export type CardDisputeStatus = (typeof CARD_DISPUTE_STATUSES)[number];

export const CARD_EVENT_STATUSES = [
  "taken", // what it is about was read, and booked where it was new
  "ignored", // of a kind that we have no use for
  "quarantined", // not to be believed as it stands: a person looks at it
] as const;
export type CardEventStatus = (typeof CARD_EVENT_STATUSES)[number];

export const CARD_EVENT_REASONS = [
  "told", // as it should be
  "other_kind",
  "other_mode", // live at a test shop, or the other way round
  "other_account",
  "other_version",
  "unknown_order",
  "other_order", // it names an order, and another one's attempt
  "amount_differs",
  "currency_differs",
  "unknown_refund", // somebody refunded on the provider's own pages
  "broken", // it fits, and our own books failed on it: tried again every hour
] as const;
export type CardEventReason = (typeof CARD_EVENT_REASONS)[number];
