import { eq } from "drizzle-orm";
import { lots, products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { ReadDatabase } from "~/platform/db.server";
import type { ProductRow } from "./load-own-product.server";

export type LotRow = typeof lots.$inferSelect;

/** A lot by its code with its product, for a command to decide on; null outside the scope. */
export async function loadOwnLot(
  db: ReadDatabase,
  scope: Scope,
  code: string,
): Promise<{ lot: LotRow; product: ProductRow } | null> {
  const [row] = await db
    .select({ lot: lots, product: products })
    .from(lots)
    .innerJoin(products, eq(products.id, lots.productId))
    .where(eq(lots.code, code))
    .limit(1);
  return row && isInScope(scope, row.product.householdId) ? row : null;
}
