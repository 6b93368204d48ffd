import { eq } from "drizzle-orm";
import { photos } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import { isProductEditable } from "./product-status";
import type { StoredPhoto } from "./store-photo.server";

/**
 * The photo of a product from now on; answers the ids of those it replaces, whose files are to be discarded
 * once this has committed. What is on sale or being looked at is refused: it shows what was approved.
 */
export async function addPhoto(
  tx: Transaction,
  scope: Scope,
  input: { slug: string; photo: StoredPhoto },
): Promise<
  Result<
    { productId: string; replacedPhotoIds: string[] },
    "product_not_found" | "product_not_editable"
  >
> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  if (!isProductEditable(product.status)) return fail("product_not_editable");
  const replaced = await tx
    .select({ id: photos.id })
    .from(photos)
    .where(eq(photos.productId, product.id));
  await tx.delete(photos).where(eq(photos.productId, product.id));
  await tx
    .insert(photos)
    .values({ ...input.photo, productId: product.id, position: 0, createdAt: now() });
  return succeed({ productId: product.id, replacedPhotoIds: replaced.map((row) => row.id) });
}
