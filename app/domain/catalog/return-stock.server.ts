import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";

/**
 * Packs that were shipped and came back (refused at the door) go into their lot again, unless the lot has
 * expired meanwhile: those stay consumed, a loss that the household knows of. Whether a parcel came back
 * unharmed only the household can see; it corrects its stock by hand.
 * @returns how many packs are for sale again; 0 when it was done before
 */
export async function returnStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[] },
): Promise<number> {
  const consumed = await tx
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
        eq(stockReservations.status, "consumed"),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
      ),
    );
  let packCount = 0;
  for (const { id, lotId, productId, quantity } of consumed) {
    await tx
      .update(stockReservations)
      .set({ status: "released" })
      .where(eq(stockReservations.id, id));
    await tx
      .update(lots)
      .set({ onHandCount: sql`${lots.onHandCount} + ${quantity}` })
      .where(eq(lots.id, lotId));
    await tx
      .update(products)
      .set({ availableCount: sql`${products.availableCount} + ${quantity}` })
      .where(eq(products.id, productId));
    packCount += quantity;
  }
  return packCount;
}
