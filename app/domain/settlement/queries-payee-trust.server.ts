import { desc, eq } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { payeeEvents } from "~db/schema/settlement-payees";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import { loadPayee } from "./queries-disbursements-records.server";

/** Whoever else has an order's link may name an account too; the buyer, who is told at once, has so long to say no. */
const CHANGED_WAIT_MS = DAY_MS;

export type PayeeTrust = {
  /** An officer named it, or the buyer signed in: no link changes it. */
  isChosen: boolean;
  /** By a link, after another account: until then nothing is sent there. Null: it may be. */
  waitsUntil: number | null;
};

/** How far the account that is named for a purchase, or for a line whose sender nobody knows, may be believed. */
export async function findPayeeTrust(db: ReadDatabase, ownerId: string): Promise<PayeeTrust> {
  const payee = await loadPayee(db, ownerId);
  if (payee === null) return { isChosen: false, waitsUntil: null };
  const [newest, earlier] = await db
    .select({ actorId: payeeEvents.actorId, buyerId: checkouts.buyerId })
    .from(payeeEvents)
    .leftJoin(checkouts, eq(checkouts.id, payeeEvents.ownerId))
    .where(eq(payeeEvents.ownerId, ownerId))
    .orderBy(desc(payeeEvents.occurredAt), desc(payeeEvents.id))
    .limit(2);
  const isOfBuyer = newest?.buyerId != null && newest.actorId === newest.buyerId;
  if (payee.enteredById !== null || isOfBuyer) return { isChosen: true, waitsUntil: null };
  const usableAt = payee.enteredAt + CHANGED_WAIT_MS;
  return { isChosen: false, waitsUntil: earlier && now() < usableAt ? usableAt : null };
}

/** Whose account bought it; null: a guest, or no purchase at all. */
export async function findOwnerBuyer(db: ReadDatabase, ownerId: string): Promise<string | null> {
  const [row] = await db
    .select({ buyerId: checkouts.buyerId })
    .from(checkouts)
    .where(eq(checkouts.id, ownerId))
    .limit(1);
  return row?.buyerId ?? null;
}
