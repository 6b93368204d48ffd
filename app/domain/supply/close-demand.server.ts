import { and, eq, isNull } from "drizzle-orm";
import { supplyDemands } from "~db/schema/supply";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { endMatches } from "./end-matches.server";

type Closed = { hasChanged: boolean; endedMatchIds: string[] };

/** A demand that was met, or is wanted no more, counts no more, and what is open of its matches ends with it. */
export async function closeDemand(
  tx: Transaction,
  { demandId, actorId }: { demandId: string; actorId: string },
): Promise<Result<Closed, "demand_not_found">> {
  const isThis = eq(supplyDemands.id, demandId);
  if ((await tx.$count(supplyDemands, isThis)) === 0) return fail("demand_not_found");
  const closed = await tx
    .update(supplyDemands)
    .set({ closedAt: now() })
    .where(and(isThis, isNull(supplyDemands.closedAt)))
    .returning({ id: supplyDemands.id });
  const endedMatchIds = await endMatches(tx, { by: "buyer", id: demandId, actorId });
  return succeed({ hasChanged: closed.length > 0, endedMatchIds });
}
