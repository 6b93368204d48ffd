import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { ProductWords } from "~/domain/catalog/forms";
import { updateProduct as changeWords } from "~/domain/catalog/update-product.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

export type UpdateProductCode = "product_not_found" | "product_not_editable";

/** Other words for a product that is not for sale, with the state before and after; answers its address. */
export async function updateProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string; words: ProductWords },
): Promise<Result<{ slug: string }, UpdateProductCode>> {
  return inTransaction(async (tx) => {
    const updated = await changeWords(tx, scope, input);
    if (!updated.ok) return updated;
    await recordAction(tx, {
      actor,
      action: "product.update",
      subject: { kind: "product", id: updated.value.productId },
      before: updated.value.before,
      after: input.words,
    });
    return succeed({ slug: updated.value.slug });
  });
}
