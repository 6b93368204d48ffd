import { and, eq, gt, gte, isNull, or, sum } from "drizzle-orm";
import { lots } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";

/** Packs of a product that may be held from lots that were entered at this moment or later; as `holdPacks` sees them. */
export async function countFreePacks(
  db: ReadDatabase,
  { productId, enteredSince }: { productId: string; enteredSince: number },
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
        or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
      ),
    );
  return (row?.onHandCount ?? 0) - (row?.reservedCount ?? 0);
}
