import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { MatchForm } from "~/domain/supply/forms-cases";
import { matchSupply as match, type MatchFailure } from "~/domain/supply/match-supply.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer sends a buyer to a household, which is told of it. */
export async function matchSupply(
  actor: UserActor,
  { caseId, form }: { caseId: string; form: MatchForm },
): Promise<Result<null, MatchFailure>> {
  return inTransaction(async (tx) => {
    const matched = await match(tx, { caseId, matchedById: actor.userId, form });
    if (!matched.ok) return matched;
    if (matched.value.isNew) {
      const { intent: _, matchId, ...facts } = form;
      const subject = { kind: "supply_match", id: matchId } as const;
      const after = { caseId, ...facts };
      await recordAction(tx, { actor, action: "supply_match.make", subject, after });
    }
    return succeed(null);
  });
}
