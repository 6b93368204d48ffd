import { and, eq, gt, isNull } from "drizzle-orm";
import { delegations } from "~db/schema/households-delegations";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";

/** Whether this household lets this agent work for it at this moment. */
export async function holdsConsent(
  db: ReadDatabase,
  { agentId, householdId }: { agentId: string; householdId: string },
): Promise<boolean> {
  const holding = and(
    eq(delegations.agentId, agentId),
    eq(delegations.householdId, householdId),
    isNull(delegations.endedAt),
    gt(delegations.expiresAt, now()),
  );
  return (await db.$count(delegations, holding)) > 0;
}
