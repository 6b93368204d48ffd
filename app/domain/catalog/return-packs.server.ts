import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { lots, stockReservations } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { moveReservedPacks } from "./move-reserved-packs.server";

/**
 * So many packs of a delivered line are back in the house unharmed: they go into the lots that they came from, unless
 * these have expired or are recalled. At most what the line still has.
 * @returns how many packs are in their lots again
 */
export async function returnPacks(
  tx: Transaction,
  { lineItemId, packCount }: { lineItemId: string; packCount: number },
): Promise<number> {
  const parts = await tx
    .select({
      id: stockReservations.id,
      lotId: stockReservations.lotId,
      quantity: stockReservations.quantity,
      createdAt: stockReservations.createdAt,
    })
    .from(stockReservations)
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(
      and(
        eq(stockReservations.lineItemId, lineItemId),
        eq(stockReservations.status, "consumed"),
        isNull(lots.recalledAt),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
      ),
    )
    .orderBy(asc(stockReservations.id));
  let left = packCount;
  let returned = 0;
  for (const part of parts) {
    if (left === 0) break;
    const taken = Math.min(left, part.quantity);
    const id = taken === part.quantity ? part.id : await split(tx, { ...part, lineItemId, taken });
    returned += await moveReservedPacks(tx, {
      lineItemIds: [lineItemId],
      from: "consumed",
      to: "released",
      onHandPerPack: 1,
      reservedPerPack: 0,
      only: eq(stockReservations.id, id),
    });
    left -= taken;
  }
  return returned;
}

/** Takes packs of a consumed reservation into one of its own; answers its id. */
async function split(
  tx: Transaction,
  part: {
    id: string;
    lotId: string;
    lineItemId: string;
    quantity: number;
    createdAt: number;
    taken: number;
  },
): Promise<string> {
  await tx
    .update(stockReservations)
    .set({ quantity: part.quantity - part.taken })
    .where(eq(stockReservations.id, part.id));
  const id = newId("rsv");
  await tx.insert(stockReservations).values({
    id,
    lotId: part.lotId,
    lineItemId: part.lineItemId,
    quantity: part.taken,
    status: "consumed",
    createdAt: part.createdAt,
  });
  return id;
}
