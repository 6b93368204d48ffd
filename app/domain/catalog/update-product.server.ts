import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ProductWords } from "./forms";
import { loadOwnProduct } from "./load-own-product.server";
import { isProductEditable } from "./product-status";

export type ProductChange = { slug: string; words: ProductWords };

/**
 * Other words for a product that is not for sale; answers the words before. The slug stays: it is printed on
 * labels and shared. What is on sale or being looked at is refused: it shows what was approved.
 */
export async function updateProduct(
  tx: Transaction,
  scope: Scope,
  input: ProductChange,
): Promise<
  Result<{ productId: string; before: ProductWords }, "product_not_found" | "product_not_editable">
> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  if (!isProductEditable(product.status)) return fail("product_not_editable");
  await tx.update(products).set(input.words).where(eq(products.id, product.id));
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
  return succeed({ productId: product.id, before });
}
