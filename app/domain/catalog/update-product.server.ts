import { eq } from "drizzle-orm";
import { formerProductSlugs, products } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findFreeSlug } from "./find-free-slug.server";
import type { ProductWords } from "./forms";
import { loadOwnProduct, type ProductRow } from "./load-own-product.server";
import { isSlugOfName } from "./product-slug";
import { isProductEditable } from "./product-status";

export type ProductChange = { slug: string; words: ProductWords };
export type ProductChanged = { productId: string; slug: string; before: ProductWords };

/**
 * Other words for a product that is not for sale; answers the words before. With another name it gets another
 * address, and keeps the one it had: that is printed on labels and shared. What is on sale or being looked at is
 * refused: it shows what was approved.
 */
export async function updateProduct(
  tx: Transaction,
  scope: Scope,
  input: ProductChange,
): Promise<Result<ProductChanged, "product_not_found" | "product_not_editable">> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  if (!isProductEditable(product.status)) return fail("product_not_editable");
  const slug = await renameSlug(tx, product, input.words.name);
  await tx
    .update(products)
    .set({ ...input.words, slug })
    .where(eq(products.id, product.id));
  const { name, ocopSet, description, packLabel, contentQuantity, contentUnit, weightGrams } =
    product;
  const before = {
    name,
    ocopSet,
    description,
    packLabel,
    contentQuantity,
    contentUnit,
    weightGrams,
  };
  return succeed({ productId: product.id, slug, before });
}

/**
 * The address under the new name. The old one is kept even of a draft that nobody saw: the form that renamed it,
 * sent twice, comes to the old address.
 */
async function renameSlug(tx: Transaction, product: ProductRow, name: string): Promise<string> {
  if (isSlugOfName(product.slug, name)) return product.slug;
  await tx
    .insert(formerProductSlugs)
    .values({ slug: product.slug, productId: product.id, retiredAt: now() })
    // Named so before, renamed, and named so again: the first note of it stands.
    .onConflictDoNothing();
  return findFreeSlug(tx, { productId: product.id, name });
}
