import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { submitProduct as moveToApproval } from "~/domain/catalog/submit-product.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Sends a product to the department; sent twice it lies there once. */
export async function submitProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string },
): Promise<Result<null, "product_not_found" | "move_not_allowed">> {
  return inTransaction(async (tx) => {
    const moved = await moveToApproval(tx, scope, { ...input, actorId: actorIdOf(actor) });
    if (!moved.ok) return moved;
    if (moved.value.hasMoved) {
      await recordAction(tx, {
        actor,
        action: "product.submit",
        subject: { kind: "product", id: moved.value.productId },
        before: { status: moved.value.from },
        after: { status: "awaiting_approval" },
      });
    }
    return succeed(null);
  });
}
