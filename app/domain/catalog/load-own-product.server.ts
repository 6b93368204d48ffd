import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { ReadDatabase } from "~/platform/db.server";

export type ProductRow = typeof products.$inferSelect;

/** A product by its slug for a command to decide on; null outside the scope. */
export async function loadOwnProduct(
  db: ReadDatabase,
  scope: Scope,
  slug: string,
): Promise<ProductRow | null> {
  const [product] = await db.select().from(products).where(eq(products.slug, slug)).limit(1);
  return product && isInScope(scope, product.householdId) ? product : null;
}
