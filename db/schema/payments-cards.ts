import {
  CARD_ATTEMPT_STATUSES,
  CARD_DISPUTE_STATUSES,
  CARD_EVENT_REASONS,
  CARD_EVENT_STATUSES,
  CARD_REFUND_CAUSES,
  CARD_REFUND_STATUSES,
  STRAY_REFUND_STATUSES,
  type CardAttemptStatus,
  type CardDisputeStatus,
  type CardEventReason,
  type CardEventStatus,
  type CardRefundCause,
  type CardRefundStatus,
  type StrayRefundStatus,
} from "../../app/domain/payments/card-status";
import {
  BANK_TRANSACTION_REASONS,
  type BankTransactionReason,
} from "../../app/domain/payments/payment-status";
import { sql } from "drizzle-orm";
import { flag, id, instant, integerCheck, oneOf, text, vnd, vndCheck } from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { payments } from "./payments";

/**
 * One try to have a card pay what is due. Its id is the key under which the provider opens one session, so it is written
 * before the provider is asked, with all that the question says.
 */
export const cardAttempts = table(
  "card_attempts",
  {
    id: id(),
    paymentId: text("payment_id")
      .notNull()
      .references(() => payments.id),
    status: text("status").$type<CardAttemptStatus>().notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    language: text("language").$type<"vi" | "en">().notNull(),
    returnUrl: text("return_url").notNull(), // without any key
    sessionId: text("session_id").unique(), // the provider's; null until it has answered
    url: text("url"), // of the page where the card is typed; null unless it is open
    intentId: text("intent_id").unique(), // the provider's payment in it; null until a card was tried
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lookAt: instant("look_at").notNull(), // when to ask the provider about it, if nothing is heard
  },
  (t) => [
    // A buyer with two windows is at one session.
    uniqueIndex("card_attempts_one_standing")
      .on(t.paymentId)
      .where(sql`status in ('creating', 'open')`),
    index("card_attempts_look")
      .on(t.lookAt)
      .where(sql`status in ('creating', 'open')`),
    index("card_attempts_payment").on(t.paymentId, t.createdAt),
    vndCheck("card_attempts_amount_vnd", t.amountVnd, 1),
    oneOf("card_attempts_status", t.status, CARD_ATTEMPT_STATUSES),
    oneOf("card_attempts_language", t.language, ["vi", "en"]),
  ],
);

/** Money that a card has paid, once. Only the fee may be told later (trigger). Nothing of the card itself is kept. */
export const cardCharges = table(
  "card_charges",
  {
    id: id(), // the provider's
    attemptId: text("attempt_id")
      .notNull()
      .references(() => cardAttempts.id),
    intentId: text("intent_id").notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    feeVnd: vnd("fee_vnd"), // null until the provider says what it took
    reason: text("reason").$type<BankTransactionReason>().notNull(), // what it did to the payment
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    index("card_charges_attempt").on(t.attemptId),
    index("card_charges_intent").on(t.intentId),
    vndCheck("card_charges_amount_vnd", t.amountVnd, 1),
    vndCheck("card_charges_fee_vnd", t.feeVnd),
    oneOf("card_charges_reason", t.reason, BANK_TRANSACTION_REASONS),
  ],
);

/** Money that goes back to the card it came from. Its id is the key under which the provider does it once. */
export const cardRefunds = table(
  "card_refunds",
  {
    id: id(),
    chargeId: text("charge_id")
      .notNull()
      .references(() => cardCharges.id),
    status: text("status").$type<CardRefundStatus>().notNull(),
    cause: text("cause").$type<CardRefundCause>().notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    providerRefundId: text("provider_refund_id").unique(), // null until it has answered
    preparedById: text("prepared_by_id").references(() => users.id), // null: by itself
    preparedAt: instant("prepared_at").notNull(),
    approvedById: text("approved_by_id").references(() => users.id), // somebody else, from a limit on
    sentAt: instant("sent_at"), // when it was first to be sent
  },
  (t) => [
    index("card_refunds_charge").on(t.chargeId),
    uniqueIndex("card_refunds_one_prepared")
      .on(t.chargeId)
      .where(sql`status = 'prepared'`),
    index("card_refunds_open")
      .on(t.status, t.preparedAt)
      .where(sql`status in ('prepared', 'sending')`),
    vndCheck("card_refunds_amount_vnd", t.amountVnd, 1),
    oneOf("card_refunds_status", t.status, CARD_REFUND_STATUSES),
    oneOf("card_refunds_cause", t.cause, CARD_REFUND_CAUSES),
    check(
      "card_refunds_two_people",
      sql`${t.approvedById} is null or ${t.approvedById} <> ${t.preparedById}`,
    ),
  ],
);

/**
 * A refund that we did not ask for: somebody made it on the provider's own pages. Until an officer has taken it into our
 * books, from a limit on with a second one, nothing else goes back of its purchase. What was told stands (trigger).
 */
export const strayRefunds = table(
  "stray_refunds",
  {
    id: id(), // the provider's
    chargeId: text("charge_id")
      .notNull()
      .references(() => cardCharges.id),
    amountVnd: vnd("amount_vnd").notNull(),
    status: text("status").$type<StrayRefundStatus>().notNull(), // as the provider last told it
    seenAt: instant("seen_at").notNull(),
    proposedById: text("proposed_by_id").references(() => users.id), // who wants it taken in; null: nobody yet
    note: text("note"), // why it was made, with it
    refundId: text("refund_id").references(() => cardRefunds.id), // ours, once it is in the books
  },
  (t) => [
    index("stray_refunds_charge").on(t.chargeId),
    vndCheck("stray_refunds_amount_vnd", t.amountVnd, 1),
    oneOf("stray_refunds_status", t.status, STRAY_REFUND_STATUSES),
    check("stray_refunds_proposal", sql`(${t.proposedById} is null) = (${t.note} is null)`),
  ],
);

/** A cardholder's bank asks for the money back: while it is open the provider holds it. */
export const cardDisputes = table(
  "card_disputes",
  {
    id: id(), // the provider's
    chargeId: text("charge_id")
      .notNull()
      .references(() => cardCharges.id),
    status: text("status").$type<CardDisputeStatus>().notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    feeVnd: vnd("fee_vnd").notNull(), // what the provider has taken for it by now: it only grows (trigger)
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    index("card_disputes_charge").on(t.chargeId),
    vndCheck("card_disputes_amount_vnd", t.amountVnd, 1),
    vndCheck("card_disputes_fee_vnd", t.feeVnd),
    oneOf("card_disputes_status", t.status, CARD_DISPUTE_STATUSES),
  ],
);

/**
 * The inbox of the card provider: of each event what it was about and what was made of it, and nothing of whoever paid.
 * Append-only (trigger), but for what became of one that broke.
 */
export const cardEvents = table(
  "card_events",
  {
    id: id(),
    eventId: text("event_id").notNull(), // the provider's
    fingerprint: text("fingerprint").notNull(), // of what it says: the same id with other words is another row
    type: text("type").notNull(),
    aboutKind: text("about_kind").notNull(),
    aboutId: text("about_id").notNull(),
    attemptId: text("attempt_id"), // ours; null when it is nobody's that we know
    amountVnd: vnd("amount_vnd"), // as told; null for refunds and disputes
    currency: text("currency"),
    status: text("status").$type<CardEventStatus>().notNull(),
    reason: text("reason").$type<CardEventReason>().notNull(),
    toldBy: text("told_by").$type<"webhook" | "list">().notNull(),
    isLive: flag("is_live").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    uniqueIndex("card_events_event").on(t.eventId, t.fingerprint),
    index("card_events_status").on(t.status, t.receivedAt, t.id),
    index("card_events_received").on(t.receivedAt, t.id),
    index("card_events_broken")
      .on(t.occurredAt)
      .where(sql`reason = 'broken'`),
    integerCheck("card_events_amount_vnd", t.amountVnd),
    oneOf("card_events_status_word", t.status, CARD_EVENT_STATUSES),
    oneOf("card_events_reason", t.reason, CARD_EVENT_REASONS),
    oneOf("card_events_told_by", t.toldBy, ["webhook", "list"]),
  ],
);

/** How far the provider's list of events has been read by asking for it: one row. */
export const cardPolls = table("card_polls", {
  provider: text("provider").$type<"stripe">().primaryKey(),
  cursorSeconds: instant("cursor_seconds").notNull(),
  succeededAt: instant("succeeded_at"), // null until the first time
  failedAt: instant("failed_at"), // of the last try, when it failed
  failure: text("failure"), // a code, for a person; null when the last try succeeded
});
