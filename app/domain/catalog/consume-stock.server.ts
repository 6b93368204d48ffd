import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { lots, stockReservations } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { moveReservedPacks } from "./move-reserved-packs.server";

/**
 * The packs held for these lines of orders leave the house: they are neither on hand nor reserved any more. None
 * leaves while some of them belong to a recalled lot.
 * @returns how many packs; 0 when it was done before
 */
export async function consumeStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[] },
): Promise<Result<number, "lot_recalled">> {
  const recalled = await tx
    .select({ id: stockReservations.id })
    .from(stockReservations)
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(
      and(
        inArray(stockReservations.lineItemId, [...input.lineItemIds]),
        eq(stockReservations.status, "held"),
        isNotNull(lots.recalledAt),
      ),
    )
    .limit(1);
  if (recalled.length > 0) return fail("lot_recalled");
  const packCount = await moveReservedPacks(tx, {
    ...input,
    from: "held",
    to: "consumed",
    onHandPerPack: -1,
    reservedPerPack: -1,
  });
  return succeed(packCount);
}
