import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { restoreHousehold as restore } from "~/domain/households/restore-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department lets a suspended household sell again. The same decision sent twice is taken once. */
export async function restoreHousehold(
  actor: Actor,
  input: { slug: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return inTransaction(async (tx) => {
    const moved = await restore(tx, { ...input, actorId: actorIdOf(actor) });
    if (!moved.ok) return moved;
    const { householdId, from, hasMoved } = moved.value;
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action: "household.restore",
        subject: { kind: "household", id: householdId },
        before: { status: from },
        after: { status: "approved" },
      });
    }
    return succeed({ hasMoved });
  });
}
