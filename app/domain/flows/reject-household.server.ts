import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { rejectHousehold as reject } from "~/domain/households/reject-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department refuses a household. The same decision sent twice is taken once. */
export async function rejectHousehold(
  actor: Actor,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return inTransaction(async (tx) => {
    const moved = await reject(tx, { ...input, actorId: actorIdOf(actor) });
    if (!moved.ok) return moved;
    const { householdId, from, hasMoved } = moved.value;
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action: "household.reject",
        subject: { kind: "household", id: householdId },
        before: { status: from },
        after: { status: "rejected", reason: input.reason },
      });
    }
    return succeed({ hasMoved });
  });
}
