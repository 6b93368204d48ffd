import { eq } from "drizzle-orm";
import { formerProductSlugs, products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { ReadDatabase } from "~/platform/db.server";

export type ProductRow = typeof products.$inferSelect;

/** A product by its slug, or one it had before, for a command to decide on; null outside the scope. */
export async function loadOwnProduct(
  db: ReadDatabase,
  scope: Scope,
  slug: string,
): Promise<ProductRow | null> {
  const product = (await loadBySlug(db, slug)) ?? (await loadByFormerSlug(db, slug));
  return product && isInScope(scope, product.householdId) ? product : null;
}

async function loadBySlug(db: ReadDatabase, slug: string): Promise<ProductRow | null> {
  const [product] = await db.select().from(products).where(eq(products.slug, slug)).limit(1);
  return product ?? null;
}

async function loadByFormerSlug(db: ReadDatabase, slug: string): Promise<ProductRow | null> {
  const [found] = await db
    .select({ product: products })
    .from(formerProductSlugs)
    .innerJoin(products, eq(products.id, formerProductSlugs.productId))
    .where(eq(formerProductSlugs.slug, slug))
    .limit(1);
  return found?.product ?? null;
}
