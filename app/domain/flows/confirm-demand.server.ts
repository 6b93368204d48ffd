import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { confirmDemand as confirm } from "~/domain/supply/confirm-demand.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer has asked a buyer back, who does want what they wrote. */
export async function confirmDemand(
  actor: Actor,
  demandId: string,
): Promise<Result<null, "demand_not_found">> {
  return inTransaction(async (tx) => {
    const confirmed = await confirm(tx, demandId);
    if (!confirmed.ok) return confirmed;
    if (confirmed.value.hasChanged) {
      const subject = { kind: "supply_demand", id: demandId } as const;
      await recordAction(tx, { actor, action: "demand.confirm", subject });
    }
    return succeed(null);
  });
}
