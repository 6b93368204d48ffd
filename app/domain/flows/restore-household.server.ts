import type { Actor } from "~/domain/audit/actor";
import { restoreHousehold as restore } from "~/domain/households/restore-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** The department lets a suspended household sell again. The same decision sent twice is taken once. */
export async function restoreHousehold(
  actor: Actor,
  input: { slug: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return moveSubject({
    actor,
    kind: "household",
    action: "household.restore",
    after: { status: "approved" },
    move: (tx, actorId) => restore(tx, { ...input, actorId }),
  });
}
