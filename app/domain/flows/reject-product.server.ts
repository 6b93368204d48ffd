import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { rejectProduct as reject } from "~/domain/catalog/reject-product.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department sends a product back to its household. The same decision sent twice is taken once. */
export async function rejectProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, "product_not_found" | "product_already_decided">> {
  return inTransaction(async (tx) => {
    const moved = await reject(tx, scope, { ...input, actorId: actorIdOf(actor) });
    if (!moved.ok) return moved;
    const { productId, from, hasMoved } = moved.value;
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action: "product.reject",
        subject: { kind: "product", id: productId },
        before: { status: from },
        after: { status: "rejected", reason: input.reason },
      });
    }
    return succeed({ hasMoved });
  });
}
