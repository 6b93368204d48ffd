import type { Actor } from "~/domain/audit/actor";
import { approveHousehold as approve } from "~/domain/households/approve-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import { loadChecklist } from "~/domain/joining/queries-checklists.server";
import { fail, type Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/**
 * The department lets a household sell, once all that is required of who joins is done or waived. The same decision sent
 * twice is taken once.
 */
export async function approveHousehold(
  actor: Actor,
  input: { slug: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem | "joining_open">> {
  return moveSubject({
    actor,
    kind: "household",
    action: "household.approve",
    after: { status: "approved" },
    move: async (tx, actorId) => {
      const approved = await approve(tx, { ...input, actorId });
      if (!approved.ok || !approved.value.hasMoved) return approved;
      const { openCount } = await loadChecklist(approved.value.id, tx);
      return openCount === 0 ? approved : fail("joining_open");
    },
  });
}
