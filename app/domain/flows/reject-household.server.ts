import type { Actor } from "~/domain/audit/actor";
import { rejectHousehold as reject } from "~/domain/households/reject-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** The department refuses a household. The same decision sent twice is taken once. */
export async function rejectHousehold(
  actor: Actor,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return moveSubject({
    actor,
    kind: "household",
    action: "household.reject",
    after: { status: "rejected", reason: input.reason },
    move: (tx, actorId) => reject(tx, { ...input, actorId }),
  });
}
