import type { Actor } from "~/domain/audit/actor";
import { suspendHousehold as suspend } from "~/domain/households/suspend-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import { endMatches } from "~/domain/supply/end-matches.server";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";
import { noteEndedMatches } from "./note-ended-matches.server";

/** The department takes a household off the market, and no buyer who was sent to it is kept for it. The same decision sent twice is taken once. */
export async function suspendHousehold(
  actor: Actor,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return moveSubject({
    actor,
    kind: "household",
    action: "household.suspend",
    after: { status: "suspended", reason: input.reason },
    move: async (tx, actorId) => {
      const suspended = await suspend(tx, { ...input, actorId });
      if (!suspended.ok) return suspended;
      const by = "suspension";
      const matchIds = await endMatches(tx, { by, id: suspended.value.id, actorId });
      await noteEndedMatches(tx, actor, { by, matchIds });
      return suspended;
    },
  });
}
