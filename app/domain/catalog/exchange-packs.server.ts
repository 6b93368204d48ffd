import { and, eq, inArray } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { holdPacks } from "./hold-packs.server";
import { moveReservedPacks } from "./move-reserved-packs.server";
import { isUnfit } from "./is-unfit.server";

/**
 * Packs of lots that are recalled, or do not outlast the day, and that these lines of orders hold are put back, and as
 * many held of the product's other lots, all of them or none: `no_other_lot` says `{productName, availableCount, quantity}`.
 * @returns how many packs; 0 when there was nothing to exchange
 */
export async function exchangePacks(
  tx: Transaction,
  { lineItemIds, lastsBeyond }: { lineItemIds: readonly string[]; lastsBeyond: LocalDate },
): Promise<Result<number, "no_other_lot">> {
  const unfit = await tx
    .select({
      lineItemId: stockReservations.lineItemId,
      quantity: stockReservations.quantity,
      productId: products.id,
      productName: products.name,
    })
    .from(stockReservations)
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .innerJoin(products, eq(products.id, lots.productId))
    .where(
      and(
        inArray(stockReservations.lineItemId, [...lineItemIds]),
        eq(stockReservations.status, "held"),
        isUnfit(lastsBeyond),
      ),
    );
  await moveReservedPacks(tx, {
    lineItemIds,
    from: "held",
    to: "released",
    onHandPerPack: 0,
    reservedPerPack: -1,
    only: isUnfit(lastsBeyond),
  });
  let packCount = 0;
  for (const { productName, ...packs } of unfit) {
    const held = await holdPacks(tx, { ...packs, lastsBeyond });
    if (!held.ok) {
      return fail("no_other_lot", { productName, quantity: packs.quantity, ...held.detail });
    }
    packCount += packs.quantity;
  }
  return succeed(packCount);
}
