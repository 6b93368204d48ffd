import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  changeShippingRules as change,
  type SendingRules,
} from "~/domain/households/change-shipping-rules.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** How a household sends from now on; carts and pages show it at once, orders that were placed keep what they were told. */
export async function changeShippingRules(
  actor: Actor,
  scope: Scope,
  input: { householdId: string; rules: SendingRules },
): Promise<Result<null, "household_not_found">> {
  return inTransaction(async (tx) => {
    const changed = await change(tx, scope, input);
    if (!changed.ok) return changed;
    if (changed.value.hasChanged) {
      await recordAction(tx, {
        actor,
        action: "household.change_shipping",
        subject: { kind: "household", id: input.householdId },
        before: changed.value.before,
        after: input.rules,
      });
    }
    return succeed(null);
  });
}
