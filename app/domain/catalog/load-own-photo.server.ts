import { and, asc, eq } from "drizzle-orm";
import { photos } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import { isProductEditable } from "./product-status";

export type OwnPhotoCode = "product_not_found" | "product_not_editable" | "photo_not_found";
export type OwnPhoto = { productId: string; position: number; firstPosition: number };

/** A photo of a product that may be changed, for a command, with the position of the product's first one. */
export async function loadOwnPhoto(
  tx: Transaction,
  scope: Scope,
  input: { slug: string; photoId: string },
): Promise<Result<OwnPhoto, OwnPhotoCode>> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  if (!isProductEditable(product.status)) return fail("product_not_editable");
  const [known] = await tx
    .select({ position: photos.position })
    .from(photos)
    .where(and(eq(photos.productId, product.id), eq(photos.id, input.photoId)))
    .limit(1);
  if (!known) return fail("photo_not_found");
  const [first] = await tx
    .select({ position: photos.position })
    .from(photos)
    .where(eq(photos.productId, product.id))
    .orderBy(asc(photos.position))
    .limit(1);
  const { position } = known;
  return succeed({ productId: product.id, position, firstPosition: first?.position ?? position });
}
