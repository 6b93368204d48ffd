import { and, eq } from "drizzle-orm";
import { householdSuspensions } from "~db/schema/compliance-duties";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { SuspensionState } from "./suspension-words";

/**
 * Says how an announced suspension of a household ended; answers what it was, or null when it waits no more (somebody else
 * was first) or is another household's.
 */
export async function endSuspension(
  tx: Transaction,
  end: {
    id: string;
    householdId: string;
    state: Exclude<SuspensionState, "waiting">;
    actorId: string | null;
  },
): Promise<{ reason: string; effectiveAt: number } | null> {
  const { id, householdId, state } = householdSuspensions;
  const [ended] = await tx
    .update(householdSuspensions)
    .set({ state: end.state, endedAt: now(), endedById: end.actorId })
    .where(and(eq(id, end.id), eq(householdId, end.householdId), eq(state, "waiting")))
    .returning();
  return ended ?? null;
}
