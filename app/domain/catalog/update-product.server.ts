import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { formerProductSlugs, products } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { staleEnglish } from "./english-words";
import { findFreeSlug } from "./find-free-slug.server";
import type { EditedWords } from "./forms";
import { loadOwnProduct, type ProductRow } from "./load-own-product.server";
import { isSlugOfName } from "./product-slug";
import { isProductEditable } from "./product-status";

export type ProductChange = {
  slug: string;
  words: EditedWords;
  /** Set when whoever edits looked at the English texts and left them on purpose. */
  englishStands?: "on" | undefined;
};
export type ProductChanged = {
  productId: string;
  slug: string;
  before: EditedWords;
  /** False when the words are those it has: nothing was written. */
  hasChanged: boolean;
};
type UpdateCode = "product_not_found" | "product_not_editable" | "english_outdated";

/**
 * Other words for a product that is not for sale; answers the words before. With another name it gets another
 * address, and keeps the one it had: that is printed on labels and shared. What is on sale or being looked at is
 * refused: it shows what was approved. So is an English text that would go on standing for other Vietnamese.
 */
export async function updateProduct(
  tx: Transaction,
  scope: Scope,
  { slug, words, englishStands }: ProductChange,
): Promise<Result<ProductChanged, UpdateCode>> {
  const product = await loadOwnProduct(tx, scope, slug);
  if (!product) return fail("product_not_found");
  if (!isProductEditable(product.status)) return fail("product_not_editable");
  const before = editedWordsOf(product);
  const answer = { productId: product.id, slug: product.slug, before };
  if (isDeepStrictEqual(before, words)) return succeed({ ...answer, hasChanged: false });
  if (!englishStands && staleEnglish(before, words).length > 0) return fail("english_outdated");
  const newSlug = await renameSlug(tx, product, words.name);
  await tx
    .update(products)
    .set({
      ...words,
      nameEn: words.nameEn || null,
      descriptionEn: words.descriptionEn || null,
      packLabelEn: words.packLabelEn || null,
      slug: newSlug,
    })
    .where(eq(products.id, product.id));
  return succeed({ ...answer, slug: newSlug, hasChanged: true });
}

/** What the form of a product's words shows of it. */
export function editedWordsOf(product: ProductRow): EditedWords {
  const { name, ocopSet, description, packLabel, contentQuantity, contentUnit } = product;
  return {
    name,
    ocopSet,
    taxClass: product.taxClass,
    description,
    packLabel,
    contentQuantity,
    contentUnit,
    weightGrams: product.weightGrams,
    packageSize: product.packageSize,
    nameEn: product.nameEn ?? "",
    descriptionEn: product.descriptionEn ?? "",
    packLabelEn: product.packLabelEn ?? "",
  };
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
