import { isDeepStrictEqual } from "node:util";
import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { setClosure } from "~/domain/households/set-closure.server";
import type { ShopClosure } from "~/domain/households/shop-closure";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/**
 * A household takes no new orders on these days, or takes them again (null). Whatever was ordered before stays to be
 * packed and sent, and a pre-order that can be served waits until it is open.
 */
export async function closeShop(
  actor: Actor,
  scope: Scope,
  input: { householdId: string; closure: ShopClosure | null },
): Promise<Result<null, "household_not_found">> {
  return inTransaction(async (tx) => {
    const set = await setClosure(tx, scope, input);
    if (!set.ok) return set;
    const { householdId, closure } = input;
    const { before } = set.value;
    if (isDeepStrictEqual(before, closure)) return succeed(null);
    await recordAction(tx, {
      actor,
      action: closure === null ? "household.reopen" : "household.close",
      subject: { kind: "household", id: householdId },
      before: { closure: before },
      after: { closure },
    });
    return succeed(null);
  });
}
