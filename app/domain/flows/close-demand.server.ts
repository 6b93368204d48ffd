import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { closeDemand as close } from "~/domain/supply/close-demand.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { noteEndedMatches } from "./note-ended-matches.server";

/** The department closes a demand that was met, or is wanted no more; whoever was still to sell to it is told. */
export async function closeDemand(
  actor: UserActor,
  demandId: string,
): Promise<Result<null, "demand_not_found">> {
  return inTransaction(async (tx) => {
    const closed = await close(tx, { demandId, actorId: actor.userId });
    if (!closed.ok) return closed;
    if (closed.value.hasChanged) {
      const subject = { kind: "supply_demand", id: demandId } as const;
      await recordAction(tx, { actor, action: "demand.close", subject });
    }
    await noteEndedMatches(tx, actor, { by: "buyer", matchIds: closed.value.endedMatchIds });
    return succeed(null);
  });
}
