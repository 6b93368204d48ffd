import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { leavePhoto } from "~/domain/catalog/leave-photo.server";
import { loadOwnProduct } from "~/domain/catalog/load-own-product.server";
import { removeProducts } from "~/domain/catalog/remove-products.server";
import { editedWordsOf } from "~/domain/catalog/update-product.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** What the page asked about: another product may stand at its address by now, or have more that would be lost. */
type ShownRemoval = { productId: string; photoCount: number; packCount: number };
type RemoveProductCode = "product_not_found" | "product_not_removable" | "removal_changed";

/** A household removes a product that was never on sale; nothing of it stays but what the audit log says. */
export async function removeProduct(
  actor: Actor,
  scope: Scope,
  { slug, shown }: { slug: string; shown: ShownRemoval },
): Promise<Result<null, RemoveProductCode>> {
  return inTransaction(async (tx) => {
    const product = await loadOwnProduct(tx, scope, slug);
    if (!product) return fail("product_not_found");
    const isAsShown = product.id === shown.productId && product.availableCount === shown.packCount;
    if (!isAsShown) return fail("removal_changed");
    const removed = await removeProductsIn(tx, { actor, scope }, [product.id]);
    if (!removed.ok) return removed;
    // A failure undoes it all.
    return removed.value.photoCount === shown.photoCount ? succeed(null) : fail("removal_changed");
  });
}

/** Several of them or none, within a transaction. */
export async function removeProductsIn(
  tx: Transaction,
  by: { actor: Actor; scope: Scope },
  productIds: readonly string[],
): Promise<Result<{ photoCount: number }, "product_not_removable">> {
  const removed = await removeProducts(tx, by.scope, productIds);
  if (!removed.ok) return removed;
  const { photoIds } = removed.value;
  for (const photoId of photoIds) await leavePhoto(tx, photoId);
  for (const product of removed.value.products) {
    const { slug, status, priceVnd, availableCount } = product;
    await recordAction(tx, {
      actor: by.actor,
      action: "product.remove",
      subject: { kind: "product", id: product.id },
      before: { slug, status, priceVnd, availableCount, ...editedWordsOf(product) },
    });
  }
  return succeed({ photoCount: photoIds.length });
}
