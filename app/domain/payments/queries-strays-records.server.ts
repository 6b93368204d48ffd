import { and, asc, eq, isNull, ne, type SQL } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { payments } from "~db/schema/payments";
import { cardAttempts, cardCharges, strayRefunds } from "~db/schema/payments-cards";
import type { ReadDatabase } from "~/platform/db.server";
import { isDisputed } from "./queries-disputes-records.server";
import type { StrayRefund } from "./types-cards";

const MAX_STRAYS = 50;

const proposers = alias(users, "stray_proposers");

function selectStrays(db: ReadDatabase, where: SQL | undefined): Promise<StrayRefund[]> {
  return db
    .select({
      id: strayRefunds.id,
      chargeId: strayRefunds.chargeId,
      checkoutId: payments.checkoutId,
      amountVnd: strayRefunds.amountVnd,
      status: strayRefunds.status,
      seenAt: strayRefunds.seenAt,
      proposedById: strayRefunds.proposedById,
      proposedByName: proposers.fullName,
      note: strayRefunds.note,
      refundId: strayRefunds.refundId,
    })
    .from(strayRefunds)
    .innerJoin(cardCharges, eq(cardCharges.id, strayRefunds.chargeId))
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .leftJoin(proposers, eq(proposers.id, strayRefunds.proposedById))
    .where(where)
    .orderBy(asc(strayRefunds.seenAt), asc(strayRefunds.id))
    .limit(MAX_STRAYS);
}

export async function loadStrayRefund(
  db: ReadDatabase,
  strayId: string,
): Promise<StrayRefund | null> {
  const [stray] = await selectStrays(db, eq(strayRefunds.id, strayId));
  return stray ?? null;
}

/** What was refunded of a purchase on the provider's own pages, oldest first. */
export async function listStraysOf(db: ReadDatabase, checkoutId: string): Promise<StrayRefund[]> {
  return selectStrays(db, eq(payments.checkoutId, checkoutId));
}

/** Of these the money is gone, and our books do not say so yet. */
export const isUnbooked = and(isNull(strayRefunds.refundId), ne(strayRefunds.status, "failed"));

/** The same, of a purchase. */
export async function listUnbooked(db: ReadDatabase, checkoutId: string): Promise<StrayRefund[]> {
  return selectStrays(db, and(eq(payments.checkoutId, checkoutId), isUnbooked));
}

export type CardStop = "card_disputed" | "card_refund_unbooked";

/**
 * Why nothing of a purchase may be sent or given back to its card: its cardholder's bank wants the money, or has it; or
 * somebody gave it back outside our books. Null: no reason.
 */
export async function findCardStop(db: ReadDatabase, checkoutId: string): Promise<CardStop | null> {
  if (await isDisputed(db, checkoutId)) return "card_disputed";
  return (await listUnbooked(db, checkoutId)).length > 0 ? "card_refund_unbooked" : null;
}
