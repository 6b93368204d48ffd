import { and, lt, ne, or } from "drizzle-orm";
import { supplyDemands } from "~db/schema/supply";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { addDays, DAY_MS, localDateOf } from "~/platform/period";

/** So long after a demand's last day, or after it was closed, who wanted it is still known. */
export const BUYER_KEPT_DAYS = 90;

/** Forgets who wanted what, once nobody will call them any more; what was wanted, and what came of it, stays. */
export async function forgetBuyers(tx: Transaction): Promise<void> {
  const isOver = or(
    lt(supplyDemands.toOn, addDays(localDateOf(now()), -BUYER_KEPT_DAYS)),
    lt(supplyDemands.closedAt, now() - BUYER_KEPT_DAYS * DAY_MS),
  );
  const isKnown = or(ne(supplyDemands.buyerName, ""), ne(supplyDemands.contact, ""));
  await tx
    .update(supplyDemands)
    .set({ buyerName: "", contact: "", note: "" })
    .where(and(isOver, isKnown));
}
