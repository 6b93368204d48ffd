import { and, eq } from "drizzle-orm";
import { preorders } from "~db/schema/preorders";
import type { Transaction } from "~/platform/db.server";

/** Whoever waits for a harvest by the number `from` hears of it by `to`; both are ten digits. */
export async function moveWaitingPhone(
  tx: Transaction,
  { userId, from, to }: { userId: string; from: string; to: string },
): Promise<void> {
  const isTheirs = and(eq(preorders.buyerId, userId), eq(preorders.buyerPhone, from));
  await tx
    .update(preorders)
    .set({ buyerPhone: to })
    .where(and(isTheirs, eq(preorders.status, "waiting")));
}
