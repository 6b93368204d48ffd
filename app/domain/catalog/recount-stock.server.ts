import { and, eq, isNull, sql } from "drizzle-orm";
import { lots, products } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";

/** Sets `products.available_count` to the free stock of the product's lots that are not recalled, and answers it. */
export async function recountStock(tx: Transaction, productId: string): Promise<number> {
  const rows = await tx
    .select({ freeCount: sql<number>`${lots.onHandCount} - ${lots.reservedCount}` })
    .from(lots)
    .where(and(eq(lots.productId, productId), isNull(lots.recalledAt)));
  const availableCount = rows.reduce((sum, lot) => sum + lot.freeCount, 0);
  await tx.update(products).set({ availableCount }).where(eq(products.id, productId));
  return availableCount;
}
