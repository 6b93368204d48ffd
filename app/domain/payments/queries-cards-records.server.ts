import { and, asc, desc, eq, inArray, isNull, lte, ne, or, sql, sum, type SQL } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import {
  cardAttempts,
  cardCharges,
  cardDisputes,
  cardEvents,
  cardPolls,
  cardRefunds,
  strayRefunds,
} from "~db/schema/payments-cards";
import type { ReadDatabase } from "~/platform/db.server";
import { CARD_REFUND_HELD, type CardRefundStatus } from "./card-status";
import { isUnbooked } from "./queries-strays-records.server";
import type { CardAttemptRecord, CardChargeRecord, CardRefundRecord } from "./types-cards";

const STANDING = ["creating", "open"] as const;

const attemptColumns = {
  id: cardAttempts.id,
  paymentId: cardAttempts.paymentId,
  checkoutId: payments.checkoutId,
  reference: payments.reference,
  status: cardAttempts.status,
  amountVnd: cardAttempts.amountVnd,
  language: cardAttempts.language,
  returnUrl: cardAttempts.returnUrl,
  sessionId: cardAttempts.sessionId,
  url: cardAttempts.url,
  intentId: cardAttempts.intentId,
  createdAt: cardAttempts.createdAt,
  expiresAt: cardAttempts.expiresAt,
};

async function selectAttempts(
  db: ReadDatabase,
  where: SQL | undefined,
  limit = 1,
): Promise<CardAttemptRecord[]> {
  return db
    .select(attemptColumns)
    .from(cardAttempts)
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(where)
    .orderBy(desc(cardAttempts.createdAt), desc(cardAttempts.id))
    .limit(limit);
}

export async function loadAttempt(
  db: ReadDatabase,
  attemptId: string,
): Promise<CardAttemptRecord | null> {
  const [attempt] = await selectAttempts(db, eq(cardAttempts.id, attemptId));
  return attempt ?? null;
}

/** The one that a buyer may still pay by, or null. */
export async function findStandingAttempt(
  db: ReadDatabase,
  checkoutId: string,
): Promise<CardAttemptRecord | null> {
  const isStanding = inArray(cardAttempts.status, [...STANDING]);
  const [attempt] = await selectAttempts(db, and(eq(payments.checkoutId, checkoutId), isStanding));
  return attempt ?? null;
}

/** Whose this is at the provider: its session, its payment or the charge in it; null when it is none of ours that we know. */
export async function findAttemptOf(
  db: ReadDatabase,
  named: { attemptId: string | null; sessionId: string | null; intentId: string | null },
): Promise<CardAttemptRecord | null> {
  const { attemptId, sessionId, intentId } = named;
  const ways = [
    attemptId === null ? undefined : eq(cardAttempts.id, attemptId),
    sessionId === null ? undefined : eq(cardAttempts.sessionId, sessionId),
    intentId === null ? undefined : eq(cardAttempts.intentId, intentId),
  ];
  for (const way of ways) {
    if (way === undefined) continue;
    const [attempt] = await selectAttempts(db, way);
    if (attempt) return attempt;
  }
  return null;
}

/**
 * Standing attempts to ask the provider about: of orders that wait for no money any more, or for none by card, past their
 * time, or unheard of for long; the longest first.
 */
export async function listAttemptsToLookAt(
  db: ReadDatabase,
  { at, limit }: { at: number; limit: number },
): Promise<CardAttemptRecord[]> {
  return db
    .select(attemptColumns)
    .from(cardAttempts)
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .innerJoin(checkouts, eq(checkouts.id, payments.checkoutId))
    .where(
      and(
        inArray(cardAttempts.status, [...STANDING]),
        or(
          lte(cardAttempts.lookAt, at),
          ne(checkouts.status, "awaiting_payment"),
          ne(payments.method, "card"),
        ),
      ),
    )
    .orderBy(asc(cardAttempts.lookAt))
    .limit(limit);
}

const chargeColumns = {
  id: cardCharges.id,
  attemptId: cardCharges.attemptId,
  intentId: cardCharges.intentId,
  amountVnd: cardCharges.amountVnd,
  feeVnd: cardCharges.feeVnd,
  reason: cardCharges.reason,
  receivedAt: cardCharges.receivedAt,
  checkoutId: payments.checkoutId,
};

const MAX_CHARGES = 20;

/** What cards have paid for this checkout, oldest first. */
export async function listChargesOf(
  db: ReadDatabase,
  checkoutId: string,
): Promise<CardChargeRecord[]> {
  return selectCharges(db, eq(payments.checkoutId, checkoutId));
}

export async function loadCharge(
  db: ReadDatabase,
  chargeId: string,
): Promise<CardChargeRecord | null> {
  const [charge] = await selectCharges(db, eq(cardCharges.id, chargeId));
  return charge ?? null;
}

function selectCharges(db: ReadDatabase, where: SQL): Promise<CardChargeRecord[]> {
  return db
    .select(chargeColumns)
    .from(cardCharges)
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(where)
    .orderBy(asc(cardCharges.receivedAt), asc(cardCharges.id))
    .limit(MAX_CHARGES);
}

const refundColumns = {
  id: cardRefunds.id,
  chargeId: cardRefunds.chargeId,
  intentId: cardCharges.intentId,
  status: cardRefunds.status,
  cause: cardRefunds.cause,
  amountVnd: cardRefunds.amountVnd,
  providerRefundId: cardRefunds.providerRefundId,
  preparedById: cardRefunds.preparedById,
  preparedAt: cardRefunds.preparedAt,
  sentAt: cardRefunds.sentAt,
  checkoutId: payments.checkoutId,
};

export async function loadCardRefund(
  db: ReadDatabase,
  refundId: string,
): Promise<CardRefundRecord | null> {
  const [refund] = await selectRefunds(db, eq(cardRefunds.id, refundId), 1);
  return refund ?? null;
}

export async function listRefundsInStatus(
  db: ReadDatabase,
  { status, limit }: { status: CardRefundStatus; limit: number },
): Promise<CardRefundRecord[]> {
  return selectRefunds(db, eq(cardRefunds.status, status), limit);
}

/** Refunds of a charge or of all charges of a checkout, oldest first. */
export async function listCardRefundsOf(
  db: ReadDatabase,
  of: { chargeId: string } | { checkoutId: string },
): Promise<CardRefundRecord[]> {
  const where =
    "chargeId" in of
      ? eq(cardRefunds.chargeId, of.chargeId)
      : eq(payments.checkoutId, of.checkoutId);
  return selectRefunds(db, where, 100);
}

function selectRefunds(db: ReadDatabase, where: SQL, limit: number): Promise<CardRefundRecord[]> {
  return db
    .select(refundColumns)
    .from(cardRefunds)
    .innerJoin(cardCharges, eq(cardCharges.id, cardRefunds.chargeId))
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(where)
    .orderBy(asc(cardRefunds.preparedAt), asc(cardRefunds.id))
    .limit(limit);
}

/** What of a charge neither went back, also outside our books, nor is on its way back, nor is disputed by its cardholder. */
export async function refundableOf(db: ReadDatabase, charge: CardChargeRecord): Promise<number> {
  const [back] = await db
    .select({ amountVnd: sum(cardRefunds.amountVnd).mapWith(Number) })
    .from(cardRefunds)
    .where(
      and(
        eq(cardRefunds.chargeId, charge.id),
        inArray(cardRefunds.status, ["prepared", ...CARD_REFUND_HELD]),
      ),
    );
  const [stray] = await db
    .select({ amountVnd: sum(strayRefunds.amountVnd).mapWith(Number) })
    .from(strayRefunds)
    .where(and(eq(strayRefunds.chargeId, charge.id), isUnbooked));
  const [disputed] = await db
    .select({ id: cardDisputes.id })
    .from(cardDisputes)
    .where(and(eq(cardDisputes.chargeId, charge.id), ne(cardDisputes.status, "won")))
    .limit(1);
  const backVnd = (back?.amountVnd ?? 0) + (stray?.amountVnd ?? 0);
  return disputed ? 0 : Math.max(0, charge.amountVnd - backVnd);
}

export async function isEventKnown(
  db: ReadDatabase,
  { eventId, fingerprint }: { eventId: string; fingerprint: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: cardEvents.id })
    .from(cardEvents)
    .where(and(eq(cardEvents.eventId, eventId), eq(cardEvents.fingerprint, fingerprint)))
    .limit(1);
  return row !== undefined;
}

/** Events that our books failed on, the newest first. */
export async function listBrokenEvents(db: ReadDatabase, limit: number) {
  return db
    .select()
    .from(cardEvents)
    .where(sql`reason = 'broken'`) // as its index says it
    .orderBy(desc(cardEvents.occurredAt))
    .limit(limit);
}

export async function findCardPoll(db: ReadDatabase) {
  const [poll] = await db.select().from(cardPolls).where(eq(cardPolls.provider, "stripe")).limit(1);
  return poll ?? null;
}

/** When the first card was to be charged, epoch milliseconds: before, the provider has nothing to tell us. */
export async function findOldestAttempt(db: ReadDatabase): Promise<number | null> {
  const [attempt] = await db
    .select({ createdAt: cardAttempts.createdAt })
    .from(cardAttempts)
    .orderBy(asc(cardAttempts.createdAt))
    .limit(1);
  return attempt?.createdAt ?? null;
}

/** Charges whose fee the provider had not told when they were booked; those first that were not asked for the longest. */
export async function listChargesWithoutFee(
  db: ReadDatabase,
  limit: number,
): Promise<CardChargeRecord[]> {
  return db
    .select(chargeColumns)
    .from(cardCharges)
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(isNull(cardCharges.feeVnd))
    .orderBy(asc(cardAttempts.lookAt), asc(cardCharges.receivedAt))
    .limit(limit);
}
