import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import { strikeTaking as strike } from "~/domain/stalls/strike-taking.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household strikes an entry of its stall's book out. Answers whose it was. */
export async function strikeTaking(
  actor: UserActor,
  scope: Scope,
  takingId: string,
): Promise<Result<{ householdId: string }, "taking_not_found">> {
  return inTransaction(async (tx) => {
    const struck = await strike(tx, scope, { takingId, struckById: actor.userId });
    if (!struck.ok) return struck;
    const { householdId, amountVnd, hasChanged } = struck.value;
    if (hasChanged) {
      await recordAction(tx, {
        actor,
        action: "taking.strike",
        subject: { kind: "stall_taking", id: takingId },
        before: { householdId, amountVnd },
      });
    }
    return succeed({ householdId });
  });
}
