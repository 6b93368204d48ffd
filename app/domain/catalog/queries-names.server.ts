import { eq, inArray } from "drizzle-orm";
import { collections } from "~db/schema/catalog-collections";
import { formerProductSlugs, lots, products } from "~db/schema/catalog";
import type { NamedSubject } from "~/domain/audit/types";
import { reader } from "~/platform/db.server";

/** What products are called, for the log. */
export async function nameProducts(ids: readonly string[]): Promise<NamedSubject[]> {
  return reader()
    .select({ id: products.id, code: products.slug, name: products.name })
    .from(products)
    .where(inArray(products.id, [...ids]));
}

/** Which product has this address, or had it; null: none. */
export async function findProductId(slug: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: products.id })
    .from(products)
    .where(eq(products.slug, slug))
    .limit(1);
  if (row) return row.id;
  const [former] = await reader()
    .select({ id: formerProductSlugs.productId })
    .from(formerProductSlugs)
    .where(eq(formerProductSlugs.slug, slug))
    .limit(1);
  return former?.id ?? null;
}

/** What lots are called, for the log. */
export async function nameLots(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: lots.id, code: lots.code })
    .from(lots)
    .where(inArray(lots.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which lot has this code; null: none. */
export async function findLotId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: lots.id })
    .from(lots)
    .where(eq(lots.code, code))
    .limit(1);
  return row?.id ?? null;
}

/** What collections are called, for the log. */
export async function nameCollections(ids: readonly string[]): Promise<NamedSubject[]> {
  return reader()
    .select({ id: collections.id, code: collections.slug, name: collections.name })
    .from(collections)
    .where(inArray(collections.id, [...ids]));
}

/** Which collection has this address; null: none. */
export async function findCollectionId(slug: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: collections.id })
    .from(collections)
    .where(eq(collections.slug, slug))
    .limit(1);
  return row?.id ?? null;
}
