import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { closeDemand as close } from "~/domain/supply/close-demand.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department closes a demand that was met, or is wanted no more. */
export async function closeDemand(
  actor: Actor,
  demandId: string,
): Promise<Result<null, "demand_not_found">> {
  return inTransaction(async (tx) => {
    const closed = await close(tx, demandId);
    if (!closed.ok) return closed;
    if (closed.value.hasChanged) {
      const subject = { kind: "supply_demand", id: demandId };
      await recordAction(tx, { actor, action: "demand.close", subject });
    }
    return succeed(null);
  });
}
