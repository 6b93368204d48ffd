import { and, asc, eq, inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { collectionProducts } from "~db/schema/catalog-collections";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { arrange, type Arrangement } from "./collection-arrangement";
import { COLLECTION_PRODUCTS_MAX } from "./forms-collection";
import { loadCollection } from "./load-collection.server";

export type ArrangeCollectionCode =
  "collection_not_found" | "collection_ended" | "collection_full" | "product_unavailable";
export type CollectionArranged = { id: string; before: string[]; after: string[] };

/**
 * Adds products that are on sale to a collection, takes one out, or gives one another place; answers the products
 * before and after. One that leaves the market later keeps its place and is not shown.
 */
export async function arrangeCollection(
  tx: Transaction,
  input: { slug: string; change: Arrangement },
): Promise<Result<CollectionArranged, ArrangeCollectionCode>> {
  const loaded = await loadCollection(tx, input.slug);
  if (!loaded.ok) return loaded;
  const { id } = loaded.value;
  const { change } = input;
  if (change.kind === "add" && !(await areOnSale(tx, change.productIds))) {
    return fail("product_unavailable");
  }
  const rows = await tx
    .select({ productId: collectionProducts.productId })
    .from(collectionProducts)
    .where(eq(collectionProducts.collectionId, id))
    .orderBy(asc(collectionProducts.position))
    .limit(COLLECTION_PRODUCTS_MAX);
  const before = rows.map((row) => row.productId);
  const after = arrange(before, change);
  if (after.length > COLLECTION_PRODUCTS_MAX) {
    return fail("collection_full", { max: COLLECTION_PRODUCTS_MAX });
  }
  if (after.join() === before.join()) return succeed({ id, before, after });
  await tx.delete(collectionProducts).where(eq(collectionProducts.collectionId, id));
  if (after.length > 0) {
    await tx
      .insert(collectionProducts)
      .values(after.map((productId, position) => ({ collectionId: id, productId, position })));
  }
  return succeed({ id, before, after });
}

async function areOnSale(tx: Transaction, productIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(productIds)];
  const rows = await tx
    .select({ id: products.id })
    .from(products)
    .where(and(inArray(products.id, ids), eq(products.status, "published")))
    .limit(ids.length);
  return rows.length === ids.length;
}
