import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type PacksToHold = { lineItemId: string; productId: string; quantity: number };

const MAX_LOTS = 200;

/**
 * Holds packs for one line of an order, from the lot that expires first on; lots that have expired or are recalled
 * are passed over. A lot is sold until the day before it expires: the buyer gets it a day later at the earliest.
 * Writes nothing on failure, which says `{availableCount}`.
 */
export async function holdPacks(
  tx: Transaction,
  { lineItemId, productId, quantity }: PacksToHold,
): Promise<Result<null, "not_enough_stock">> {
  const free = await findFreeLots(tx, productId);
  const availableCount = free.reduce((sum, lot) => sum + lot.freeCount, 0);
  if (availableCount < quantity) return fail("not_enough_stock", { availableCount });
  let left = quantity;
  for (const lot of free) {
    if (left === 0) break;
    const taken = Math.min(left, lot.freeCount);
    await holdInLot(tx, { lineItemId, lotId: lot.id, quantity: taken });
    left -= taken;
  }
  await tx
    .update(products)
    .set({ availableCount: sql`${products.availableCount} - ${quantity}` })
    .where(eq(products.id, productId));
  return succeed(null);
}

async function findFreeLots(tx: Transaction, productId: string) {
  const rows = await tx
    .select({ id: lots.id, onHandCount: lots.onHandCount, reservedCount: lots.reservedCount })
    .from(lots)
    .where(
      and(
        eq(lots.productId, productId),
        isNull(lots.recalledAt),
        gt(lots.onHandCount, lots.reservedCount),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
      ),
    )
    // Engines disagree on where NULL sorts; what never expires goes last.
    .orderBy(sql`${lots.expiresOn} is null`, asc(lots.expiresOn), asc(lots.createdAt), asc(lots.id))
    .limit(MAX_LOTS);
  return rows.map((lot) => ({ id: lot.id, freeCount: lot.onHandCount - lot.reservedCount }));
}

async function holdInLot(
  tx: Transaction,
  part: { lineItemId: string; lotId: string; quantity: number },
) {
  await tx
    .update(lots)
    .set({ reservedCount: sql`${lots.reservedCount} + ${part.quantity}` })
    .where(eq(lots.id, part.lotId));
  await tx
    .insert(stockReservations)
    .values({ id: newId("rsv"), ...part, status: "held", createdAt: now() });
}
