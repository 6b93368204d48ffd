import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import type { MatchResultForm } from "~/domain/supply/forms-cases";
import {
  keepMatchResult as keep,
  type MatchResultFailure,
} from "~/domain/supply/keep-match-result.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household, who helps it, or the department says what came of a buyer who was sent. */
export async function keepMatchResult(
  actor: UserActor,
  scope: Scope,
  given: { matchId: string; result: MatchResultForm },
): Promise<Result<null, MatchResultFailure>> {
  return inTransaction(async (tx) => {
    const kept = await keep(tx, scope, { ...given, byId: actor.userId });
    if (!kept.ok) return kept;
    const { hasChanged, before } = kept.value;
    if (hasChanged) {
      await recordAction(tx, {
        actor,
        action: "supply_match.result",
        subject: { kind: "supply_match", id: given.matchId },
        before: { soldKg: before.soldKg },
        after: { householdId: before.household.id, soldKg: given.result.soldKg },
      });
    }
    return succeed(null);
  });
}
