import { and, eq } from "drizzle-orm";
import { allocations } from "~db/schema/settlement";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Ends a proposal; `note` says why it was refused. Posting what was agreed to is for the caller. */
export async function decideAllocation(
  tx: Transaction,
  input: { allocationId: string; status: "done" | "refused"; decidedById: string; note: string },
): Promise<void> {
  const { allocationId, status, decidedById, note } = input;
  await tx
    .update(allocations)
    .set({ status, decidedById, decidedAt: now(), decisionNote: note === "" ? null : note })
    .where(and(eq(allocations.id, allocationId), eq(allocations.status, "proposed")));
}
