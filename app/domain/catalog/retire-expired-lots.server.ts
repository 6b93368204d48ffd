import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { lots, products } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";

const BATCH_SIZE = 200;

/**
 * Takes the unsold packs of expired lots out of the stock, a bounded batch; packs already reserved stay for
 * their orders. `available_count` is always the free stock of all lots but recalled ones, so between midnight and this sweep it
 * still counts packs that `reserveStock` refuses to sell; run it once a day, and again while a batch is full.
 */
export async function retireExpiredLots(
  tx: Transaction,
): Promise<{ lotCount: number; packCount: number; isBatchFull: boolean }> {
  const expired = await tx
    .select()
    .from(lots)
    .where(
      and(
        lte(lots.expiresOn, localDateOf(now())),
        gt(lots.onHandCount, lots.reservedCount),
        isNull(lots.recalledAt),
      ),
    )
    .limit(BATCH_SIZE);
  let packCount = 0;
  for (const lot of expired) {
    const freeCount = lot.onHandCount - lot.reservedCount;
    await tx.update(lots).set({ onHandCount: lot.reservedCount }).where(eq(lots.id, lot.id));
    await tx
      .update(products)
      .set({ availableCount: sql`${products.availableCount} - ${freeCount}` })
      .where(eq(products.id, lot.productId));
    packCount += freeCount;
  }
  return { lotCount: expired.length, packCount, isBatchFull: expired.length === BATCH_SIZE };
}
