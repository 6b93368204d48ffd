import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { approveProduct as approve } from "~/domain/catalog/approve-product.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department puts a product on sale. The same decision sent twice is taken once. */
export async function approveProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string },
): Promise<
  Result<
    { hasMoved: boolean },
    "product_not_found" | "product_already_decided" | "household_not_approved"
  >
> {
  return inTransaction(async (tx) => {
    const moved = await approve(tx, scope, { ...input, actorId: actorIdOf(actor) });
    if (!moved.ok) return moved;
    const { productId, from, hasMoved } = moved.value;
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action: "product.approve",
        subject: { kind: "product", id: productId },
        before: { status: from },
        after: { status: "published" },
      });
    }
    return succeed({ hasMoved });
  });
}
