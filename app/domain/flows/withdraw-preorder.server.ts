import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { loadPreorder } from "~/domain/preorders/queries-records.server";
import { transitionPreorder } from "~/domain/preorders/transition-preorder.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A buyer gives its place up; the door has checked the key of the address. One that is served is cancelled as an order. */
export async function withdrawPreorder(
  actor: Actor,
  code: string,
): Promise<Result<null, "preorder_not_found" | "move_not_allowed">> {
  return inTransaction(async (tx) => {
    const preorder = await loadPreorder(tx, code);
    if (!preorder) return fail("preorder_not_found");
    if (preorder.status === "withdrawn") return succeed(null);
    const move = {
      to: "withdrawn",
      by: "buyer",
      actorId: actorIdOf(actor),
      checkoutId: null,
    } as const;
    const moved = await transitionPreorder(tx, preorder, move);
    if (!moved.ok) return moved;
    await recordAction(tx, {
      actor,
      action: "preorder.withdraw",
      subject: { kind: "preorder", id: preorder.id },
      before: { status: preorder.status },
      after: { status: "withdrawn" },
    });
    return succeed(null);
  });
}
