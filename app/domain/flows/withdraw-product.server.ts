import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { withdrawProduct as takeOffSale } from "~/domain/catalog/withdraw-product.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Takes a product off sale at once; asked twice it is off sale. */
export async function withdrawProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string },
): Promise<Result<null, "product_not_found" | "move_not_allowed">> {
  return inTransaction(async (tx) => {
    const moved = await takeOffSale(tx, scope, { ...input, actorId: actorIdOf(actor) });
    if (!moved.ok) return moved;
    if (moved.value.hasMoved) {
      await recordAction(tx, {
        actor,
        action: "product.withdraw",
        subject: { kind: "product", id: moved.value.productId },
        before: { status: moved.value.from },
        after: { status: "withdrawn" },
      });
    }
    return succeed(null);
  });
}
