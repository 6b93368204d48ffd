import { and, eq } from "drizzle-orm";
import { householdSuspensions } from "~db/schema/compliance-duties";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { SuspensionState } from "./suspension-words";

/**
 * Says how an announced suspension ended; answers what it was, or null when it waits no more: somebody else was first.
 */
export async function endSuspension(
  tx: Transaction,
  end: { id: string; state: Exclude<SuspensionState, "waiting">; actorId: string | null },
): Promise<{ householdId: string; reason: string; effectiveAt: number } | null> {
  const [ended] = await tx
    .update(householdSuspensions)
    .set({ state: end.state, endedAt: now(), endedById: end.actorId })
    .where(and(eq(householdSuspensions.id, end.id), eq(householdSuspensions.state, "waiting")))
    .returning();
  return ended ?? null;
}
