import { and, eq, gte, lt, ne, or } from "drizzle-orm";
import { formerProductSlugs, products } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";
import { baseSlugOf, firstFreeSlug } from "./product-slug";

/**
 * The address for a product of this name: the name folded, numbered where another product has or ever had it. Its
 * own former address it may take again.
 */
export async function findFreeSlug(
  tx: Transaction,
  { productId, name }: { productId: string; name: string },
): Promise<string> {
  const base = baseSlugOf(name);
  const [now, before] = [products, formerProductSlugs];
  const taken = await tx
    .select({ slug: now.slug })
    .from(now)
    .where(and(ne(now.id, productId), beginsWith(now.slug, base)));
  const retired = await tx
    .select({ slug: before.slug })
    .from(before)
    .where(and(ne(before.productId, productId), beginsWith(before.slug, base)));
  return firstFreeSlug(
    base,
    [...taken, ...retired].map((row) => row.slug),
  );
}

/** The slug itself and all that go on with a hyphen; as a stretch of the index, which LIKE would not use. */
function beginsWith(column: typeof products.slug | typeof formerProductSlugs.slug, base: string) {
  // In the order of characters a full stop comes right after the hyphen.
  return or(eq(column, base), and(gte(column, `${base}-`), lt(column, `${base}.`)));
}
