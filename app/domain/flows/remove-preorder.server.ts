import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { loadHarvest, loadPreorder } from "~/domain/preorders/queries-records.server";
import { transitionPreorder } from "~/domain/preorders/transition-preorder.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A household strikes a place that was not meant, with a reason that the buyer reads; its packs are for others again. */
export async function removePreorder(
  actor: Actor,
  scope: Scope,
  { code, reason }: { code: string; reason: string },
): Promise<Result<null, "preorder_not_found" | "move_not_allowed">> {
  return inTransaction(async (tx) => {
    const preorder = await loadPreorder(tx, code);
    const harvest = preorder && (await loadHarvest(tx, preorder.harvestId));
    if (!preorder || !harvest || !isInScope(scope, harvest.householdId)) {
      return fail("preorder_not_found");
    }
    if (preorder.status === "removed") return succeed(null);
    const move = { to: "removed", by: "household", actorId: actorIdOf(actor) } as const;
    const moved = await transitionPreorder(tx, preorder, { ...move, checkoutId: null, reason });
    if (!moved.ok) return moved;
    await recordAction(tx, {
      actor,
      action: "preorder.remove",
      subject: { kind: "preorder", id: preorder.id },
      before: { status: preorder.status },
      after: { status: "removed", reason },
    });
    return succeed(null);
  });
}
