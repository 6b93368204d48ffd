import { and, eq, gt, gte, isNull, or, sum } from "drizzle-orm";
import { lots } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { LotsOfHarvest } from "./hold-packs.server";

/** Packs of a product that `holdPacks` could hold of these lots. */
export async function countFreePacks(
  db: ReadDatabase,
  productId: string,
  { enteredSince, madeSince }: LotsOfHarvest,
): Promise<number> {
  const [row] = await db
    .select({
      onHandCount: sum(lots.onHandCount).mapWith(Number),
      reservedCount: sum(lots.reservedCount).mapWith(Number),
    })
    .from(lots)
    .where(
      and(
        eq(lots.productId, productId),
        isNull(lots.recalledAt),
        gte(lots.createdAt, enteredSince),
        gte(lots.madeOn, madeSince),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
      ),
    );
  return (row?.onHandCount ?? 0) - (row?.reservedCount ?? 0);
}
