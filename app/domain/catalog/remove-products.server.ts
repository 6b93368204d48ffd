import { inArray } from "drizzle-orm";
import { formerProductSlugs, lots, photos, productEvents, products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ProductRow } from "./load-own-product.server";
import { listRemovable } from "./queries-removal.server";

export type RemovedProducts = { products: ProductRow[]; photoIds: string[] };

/**
 * Removes products for good, all of them or none, with their lots, photos, moves and former addresses; answers what they
 * were. The files of the photos are its caller's to leave.
 */
export async function removeProducts(
  tx: Transaction,
  scope: Scope,
  productIds: readonly string[],
): Promise<Result<RemovedProducts, "product_not_removable">> {
  const gone = await listRemovable(tx, productIds);
  const isAll = gone.length === new Set(productIds).size;
  if (!isAll || !gone.every(({ householdId }) => isInScope(scope, householdId))) {
    return fail("product_not_removable");
  }
  const ids = gone.map(({ id }) => id);
  const kept = await tx.delete(photos).where(inArray(photos.productId, ids)).returning();
  for (const table of [lots, formerProductSlugs, productEvents]) {
    await tx.delete(table).where(inArray(table.productId, ids));
  }
  await tx.delete(products).where(inArray(products.id, ids));
  return succeed({ products: gone, photoIds: kept.map(({ id }) => id) });
}
