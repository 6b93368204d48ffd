import { and, eq, inArray, sql } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";

/**
 * Gives back the packs held for these lines of orders; what was shipped stays shipped.
 * @returns how many packs; 0 when it was done before
 */
export async function releaseStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[] },
): Promise<number> {
  const held = await tx
    .select({
      id: stockReservations.id,
      lotId: lots.id,
      productId: lots.productId,
      quantity: stockReservations.quantity,
    })
    .from(stockReservations)
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(
      and(
        inArray(stockReservations.lineItemId, [...input.lineItemIds]),
        eq(stockReservations.status, "held"),
      ),
    );
  let packCount = 0;
  for (const { id, lotId, productId, quantity } of held) {
    await tx
      .update(stockReservations)
      .set({ status: "released" })
      .where(eq(stockReservations.id, id));
    await tx
      .update(lots)
      .set({ reservedCount: sql`${lots.reservedCount} - ${quantity}` })
      .where(eq(lots.id, lotId));
    await tx
      .update(products)
      .set({ availableCount: sql`${products.availableCount} + ${quantity}` })
      .where(eq(products.id, productId));
    packCount += quantity;
  }
  return packCount;
}
