import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { cardAttempts, cardCharges, cardDisputes, strayRefunds } from "~db/schema/payments-cards";
import { accountBalances } from "~db/schema/settlement";
import type { ReadDatabase } from "~/platform/db.server";
import type { CardDisputeStatus } from "./card-status";

/** What cardholders' banks have wanted back of a checkout, and how it ended. */
export async function listDisputesOf(
  db: ReadDatabase,
  checkoutId: string,
): Promise<{ id: string; status: CardDisputeStatus; amountVnd: number }[]> {
  return db
    .select({
      id: cardDisputes.id,
      status: cardDisputes.status,
      amountVnd: cardDisputes.amountVnd,
    })
    .from(cardDisputes)
    .innerJoin(cardCharges, eq(cardCharges.id, cardDisputes.chargeId))
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(eq(payments.checkoutId, checkoutId))
    .orderBy(asc(cardDisputes.id));
}

/** True while a cardholder's bank wants money of this checkout back, and when it got it. */
export async function isDisputed(db: ReadDatabase, checkoutId: string): Promise<boolean> {
  return (await listDisputesOf(db, checkoutId)).some(({ status }) => status !== "won");
}

/**
 * Checkouts of which a dispute was lost, or something was given back outside our books, and something is owed to the
 * buyer, who may have it already.
 */
export async function listLostAndOwed(db: ReadDatabase, limit: number): Promise<string[]> {
  const lost = await listOwedOfDisputes(db, limit);
  const strays = await db
    .selectDistinct({ checkoutId: payments.checkoutId })
    .from(strayRefunds)
    .innerJoin(cardCharges, eq(cardCharges.id, strayRefunds.chargeId))
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .innerJoin(
      accountBalances,
      eq(accountBalances.accountId, sql`'refund_due:' || ${payments.checkoutId}`),
    )
    .where(and(isNotNull(strayRefunds.refundId), ne(accountBalances.balanceVnd, 0)))
    .limit(limit);
  return [...new Set([...lost, ...strays.map(({ checkoutId }) => checkoutId)])];
}

async function listOwedOfDisputes(db: ReadDatabase, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ checkoutId: payments.checkoutId })
    .from(cardDisputes)
    .innerJoin(cardCharges, eq(cardCharges.id, cardDisputes.chargeId))
    .innerJoin(cardAttempts, eq(cardAttempts.id, cardCharges.attemptId))
    .innerJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .innerJoin(
      accountBalances,
      eq(accountBalances.accountId, sql`'refund_due:' || ${payments.checkoutId}`),
    )
    .where(and(eq(cardDisputes.status, "lost"), ne(accountBalances.balanceVnd, 0)))
    .limit(limit);
  return rows.map(({ checkoutId }) => checkoutId);
}

export async function loadCardDispute(db: ReadDatabase, disputeId: string) {
  const [dispute] = await db
    .select()
    .from(cardDisputes)
    .where(eq(cardDisputes.id, disputeId))
    .limit(1);
  return dispute ?? null;
}
