import { desc, eq } from "drizzle-orm";
import { photos } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import { PHOTOS_MAX } from "./photo-limits";
import { isProductEditable } from "./product-status";
import type { StoredPhoto } from "./store-photo.server";

type AddPhotoCode = "product_not_found" | "product_not_editable" | "photos_changed" | "photos_full";

/**
 * A further photo, the last in order. `shownCount` is how many the form showed, so that the form sent twice adds
 * one photo. What is on sale or being looked at is refused: it shows what was approved.
 */
export async function addPhoto(
  tx: Transaction,
  scope: Scope,
  input: { slug: string; photo: StoredPhoto; shownCount: number },
): Promise<Result<{ productId: string }, AddPhotoCode>> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  if (!isProductEditable(product.status)) return fail("product_not_editable");
  const known = await tx
    .select({ position: photos.position })
    .from(photos)
    .where(eq(photos.productId, product.id))
    .orderBy(desc(photos.position))
    .limit(PHOTOS_MAX);
  if (known.length !== input.shownCount) return fail("photos_changed");
  if (known.length === PHOTOS_MAX) return fail("photos_full");
  const position = (known[0]?.position ?? -1) + 1;
  await tx
    .insert(photos)
    .values({ ...input.photo, productId: product.id, position, createdAt: now() });
  return succeed({ productId: product.id });
}
