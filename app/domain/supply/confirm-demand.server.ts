import { and, eq, isNull } from "drizzle-orm";
import { supplyDemands } from "~db/schema/supply";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** What a buyer wrote counts from now on; one that was closed stays closed. */
export async function confirmDemand(
  tx: Transaction,
  demandId: string,
): Promise<Result<{ hasChanged: boolean }, "demand_not_found">> {
  const isThis = and(eq(supplyDemands.id, demandId), isNull(supplyDemands.closedAt));
  if ((await tx.$count(supplyDemands, isThis)) === 0) return fail("demand_not_found");
  const confirmed = await tx
    .update(supplyDemands)
    .set({ confirmedAt: now() })
    .where(and(isThis, isNull(supplyDemands.confirmedAt)))
    .returning({ id: supplyDemands.id });
  return succeed({ hasChanged: confirmed.length > 0 });
}
