import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  changePickupPoints as change,
  type PickupPointChange,
  type PickupPointCode,
} from "~/domain/households/change-pickup-points.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A place more or less where buyers may come for the goods of a household. */
export async function changePickupPoints(
  actor: Actor,
  scope: Scope,
  input: { householdId: string; change: PickupPointChange },
): Promise<Result<null, PickupPointCode>> {
  return inTransaction(async (tx) => {
    const changed = await change(tx, scope, input);
    if (!changed.ok) return changed;
    const { before, after } = changed.value;
    if (after !== before) {
      await recordAction(tx, {
        actor,
        action: "household.change_pickup_points",
        subject: { kind: "household", id: input.householdId },
        before,
        after,
      });
    }
    return succeed(null);
  });
}
