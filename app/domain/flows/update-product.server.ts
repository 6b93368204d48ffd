import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { ProductWords } from "~/domain/catalog/forms";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { updateProduct as changeWords } from "~/domain/catalog/update-product.server";
import { findSellingPlace } from "~/domain/households/queries.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";

export type UpdateProductCode = "product_not_found" | "product_not_editable";

/** Other words for a product that is not for sale, with the state before and after. */
export async function updateProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string; words: ProductWords },
): Promise<Result<null, UpdateProductCode>> {
  const product = await findOwnProduct(scope, input.slug);
  if (!product) return fail("product_not_found");
  const place = present(await findSellingPlace(product.householdId), "a product has a household");
  return inTransaction(async (tx) => {
    const updated = await changeWords(tx, scope, { ...input, place });
    if (!updated.ok) return updated;
    await recordAction(tx, {
      actor,
      action: "product.update",
      subject: { kind: "product", id: updated.value.productId },
      before: updated.value.before,
      after: input.words,
    });
    return succeed(null);
  });
}
