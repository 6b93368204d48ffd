import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";

export type ReservedPacksMove = {
  lineItemIds: readonly string[];
  from: "held" | "consumed";
  to: "consumed" | "released";
  /** What one pack adds to the two counts of its lot. */
  onHandPerPack: -1 | 0 | 1;
  reservedPerPack: -1 | 0;
  /** Only such packs; all of them without it. */
  only?: SQL;
};

/**
 * Moves the packs reserved for these lines of orders on, with the counts of their lots and products.
 * @returns how many packs; 0 when it was done before
 */
export async function moveReservedPacks(
  tx: Transaction,
  { lineItemIds, from, to, onHandPerPack, reservedPerPack, only }: ReservedPacksMove,
): Promise<number> {
  const reserved = await tx
    .select({
      id: stockReservations.id,
      lotId: lots.id,
      productId: lots.productId,
      recalledAt: lots.recalledAt,
      quantity: stockReservations.quantity,
    })
    .from(stockReservations)
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(
      and(
        inArray(stockReservations.lineItemId, [...lineItemIds]),
        eq(stockReservations.status, from),
        only,
      ),
    );
  let packCount = 0;
  for (const { id, lotId, productId, recalledAt, quantity } of reserved) {
    await tx.update(stockReservations).set({ status: to }).where(eq(stockReservations.id, id));
    // One statement: between two the lot would hold fewer packs than are reserved of it.
    await tx
      .update(lots)
      .set({
        onHandCount: sql`${lots.onHandCount} + ${onHandPerPack * quantity}`,
        reservedCount: sql`${lots.reservedCount} + ${reservedPerPack * quantity}`,
      })
      .where(eq(lots.id, lotId));
    // What comes free of a recalled lot stays in the house and is not for sale.
    const freed = recalledAt === null ? (onHandPerPack - reservedPerPack) * quantity : 0;
    await tx
      .update(products)
      .set({ availableCount: sql`${products.availableCount} + ${freed}` })
      .where(eq(products.id, productId));
    packCount += quantity;
  }
  return packCount;
}
