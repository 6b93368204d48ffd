import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { suspendHousehold as suspend } from "~/domain/households/suspend-household.server";
import type { HouseholdProblem } from "~/domain/households/transition-household.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department takes a household off the market. The same decision sent twice is taken once. */
export async function suspendHousehold(
  actor: Actor,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, HouseholdProblem>> {
  return inTransaction(async (tx) => {
    const moved = await suspend(tx, { ...input, actorId: actorIdOf(actor) });
    if (!moved.ok) return moved;
    const { householdId, from, hasMoved } = moved.value;
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action: "household.suspend",
        subject: { kind: "household", id: householdId },
        before: { status: from },
        after: { status: "suspended", reason: input.reason },
      });
    }
    return succeed({ hasMoved });
  });
}
