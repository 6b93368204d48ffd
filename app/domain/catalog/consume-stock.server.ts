import { and, eq, inArray, sql } from "drizzle-orm";
import { lots, stockReservations } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";

/**
 * The packs held for these lines of orders leave the house: they are neither on hand nor reserved any more.
 * @returns how many packs; 0 when it was done before
 */
export async function consumeStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[] },
): Promise<number> {
  const held = await tx
    .select({
      id: stockReservations.id,
      lotId: stockReservations.lotId,
      quantity: stockReservations.quantity,
    })
    .from(stockReservations)
    .where(
      and(
        inArray(stockReservations.lineItemId, [...input.lineItemIds]),
        eq(stockReservations.status, "held"),
      ),
    );
  let packCount = 0;
  for (const { id, lotId, quantity } of held) {
    await tx
      .update(stockReservations)
      .set({ status: "consumed" })
      .where(eq(stockReservations.id, id));
    // One statement: between two the lot would hold fewer packs than are reserved of it.
    await tx
      .update(lots)
      .set({
        onHandCount: sql`${lots.onHandCount} - ${quantity}`,
        reservedCount: sql`${lots.reservedCount} - ${quantity}`,
      })
      .where(eq(lots.id, lotId));
    packCount += quantity;
  }
  return packCount;
}
