import type { Actor } from "~/domain/audit/actor";
import { approveHousehold as approve } from "~/domain/households/approve-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** The department lets a household sell. The same decision sent twice is taken once. */
export async function approveHousehold(
  actor: Actor,
  input: { slug: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return moveSubject({
    actor,
    kind: "household",
    action: "household.approve",
    after: { status: "approved" },
    move: (tx, actorId) => approve(tx, { ...input, actorId }),
  });
}
