import type { Actor } from "~/domain/audit/actor";
import { suspendHousehold as suspend } from "~/domain/households/suspend-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** The department takes a household off the market. The same decision sent twice is taken once. */
export async function suspendHousehold(
  actor: Actor,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return moveSubject({
    actor,
    kind: "household",
    action: "household.suspend",
    after: { status: "suspended", reason: input.reason },
    move: (tx, actorId) => suspend(tx, { ...input, actorId }),
  });
}
