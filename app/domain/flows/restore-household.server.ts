import type { Actor } from "~/domain/audit/actor";
import { hasOpenSuspensionRequest } from "~/domain/compliance/queries-suspensions.server";
import { restoreHousehold as restore } from "~/domain/households/restore-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import { fail, type Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/**
 * The department lets a suspended household sell again, once no authority's request to suspend it waits for an answer. The
 * same decision sent twice is taken once.
 */
export async function restoreHousehold(
  actor: Actor,
  input: { slug: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem | "suspension_request_open">> {
  return moveSubject({
    actor,
    kind: "household",
    action: "household.restore",
    after: { status: "approved" },
    move: async (tx, actorId) => {
      const moved = await restore(tx, { ...input, actorId });
      if (!moved.ok || !moved.value.hasMoved) return moved;
      const isAsked = await hasOpenSuspensionRequest(tx, moved.value.id);
      return isAsked ? fail("suspension_request_open") : moved;
    },
  });
}
