import { and, desc, eq, inArray } from "drizzle-orm";
import { lots, stockReservations } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";
import type { LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { moveReservedPacks } from "./move-reserved-packs.server";
import { isUnfit } from "./is-unfit.server";

/**
 * The packs held for these lines of orders leave the house: they are neither on hand nor reserved any more. None
 * leaves while some of them belong to a recalled lot, or to one that does not outlast the day.
 * @returns how many packs; 0 when it was done before
 */
export async function consumeStock(
  tx: Transaction,
  input: { lineItemIds: readonly string[]; lastsBeyond: LocalDate },
): Promise<Result<number, "lot_recalled" | "lot_expired">> {
  const { lineItemIds, lastsBeyond } = input;
  const [unfit] = await tx
    .select({ recalledAt: lots.recalledAt })
    .from(stockReservations)
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(
      and(
        inArray(stockReservations.lineItemId, [...lineItemIds]),
        eq(stockReservations.status, "held"),
        isUnfit(lastsBeyond),
      ),
    )
    .orderBy(desc(lots.recalledAt))
    .limit(1);
  if (unfit) return fail(unfit.recalledAt === null ? "lot_expired" : "lot_recalled");
  const packCount = await moveReservedPacks(tx, {
    lineItemIds,
    from: "held",
    to: "consumed",
    onHandPerPack: -1,
    reservedPerPack: -1,
  });
  return succeed(packCount);
}
