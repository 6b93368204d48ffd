import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  updateProduct as changeWords,
  type ProductChange,
} from "~/domain/catalog/update-product.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

export type UpdateProductCode = "product_not_found" | "product_not_editable" | "english_outdated";

/** Other words for a product that is not for sale, with the state before and after, noted once; answers its address. */
export async function updateProduct(
  actor: Actor,
  scope: Scope,
  input: ProductChange,
): Promise<Result<{ slug: string }, UpdateProductCode>> {
  return inTransaction((tx) => updateProductIn(tx, { actor, scope }, input));
}

/** The same within a transaction that does more. */
export async function updateProductIn(
  tx: Transaction,
  by: { actor: Actor; scope: Scope },
  input: ProductChange,
): Promise<Result<{ slug: string }, UpdateProductCode>> {
  const updated = await changeWords(tx, by.scope, input);
  if (!updated.ok) return updated;
  const { productId, slug, before, hasChanged } = updated.value;
  if (hasChanged) {
    await recordAction(tx, {
      actor: by.actor,
      action: "product.update",
      subject: { kind: "product", id: productId },
      before,
      after: input.words,
    });
  }
  return succeed({ slug });
}
