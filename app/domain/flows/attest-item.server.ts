import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { noteStep, type StepCode } from "~/domain/joining/note-step.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A household itself says yes to a sentence; `statement` is the one it read. Nobody else may say it. */
export async function attestItem(
  actor: UserActor,
  scope: Scope,
  input: { householdId: string; itemId: string; statement: string },
): Promise<Result<null, StepCode>> {
  const { householdId, itemId, statement } = input;
  if (!isInScope(scope, householdId) || actor.role !== "household_member") {
    return fail("item_not_found");
  }
  return inTransaction(async (tx) => {
    const step = { householdId, itemId, statement, actorId: actor.userId };
    const noted = await noteStep(tx, { ...step, step: "attested" });
    if (!noted.ok) return noted;
    if (noted.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "joining.attest",
        subject: { kind: "household", id: householdId },
        after: { itemId, statement },
      });
    }
    return succeed(null);
  });
}
