import { and, eq, isNull } from "drizzle-orm";
import { delegations } from "~db/schema/households-delegations";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { DelegationEnder } from "./delegation-terms";

/** Ends it at once, or takes back what was only asked; answers whether it was not over already. */
export async function endDelegation(
  tx: Transaction,
  end: { delegationId: string; by: DelegationEnder; reason: string | null },
): Promise<boolean> {
  const ended = await tx
    .update(delegations)
    .set({ endedAt: now(), endedBy: end.by, endReason: end.reason })
    .where(and(eq(delegations.id, end.delegationId), isNull(delegations.endedAt)))
    .returning({ id: delegations.id });
  return ended.length > 0;
}
