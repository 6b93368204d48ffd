import { and, eq, isNull } from "drizzle-orm";
import { supplyDemands } from "~db/schema/supply";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A demand that was met, or is wanted no more, counts no more. */
export async function closeDemand(
  tx: Transaction,
  demandId: string,
): Promise<Result<{ hasChanged: boolean }, "demand_not_found">> {
  const isThis = eq(supplyDemands.id, demandId);
  if ((await tx.$count(supplyDemands, isThis)) === 0) return fail("demand_not_found");
  const closed = await tx
    .update(supplyDemands)
    .set({ closedAt: now() })
    .where(and(isThis, isNull(supplyDemands.closedAt)))
    .returning({ id: supplyDemands.id });
  return succeed({ hasChanged: closed.length > 0 });
}
