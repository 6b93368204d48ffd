import { and, asc, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import { builtOnce, changeBuiltOnce, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { insertRow } from "~/platform/insert-row.server";
import { localDateOf, type LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/** Lots that were entered since a list was opened and made from a day on: those of one harvest. */
export type LotsOfHarvest = { enteredSince: number; madeSince: LocalDate };
const ALL_LOTS: LotsOfHarvest = { enteredSince: 0, madeSince: "" };

export type PacksToHold = {
  lineItemId: string;
  productId: string;
  quantity: number;
  /** Only these lots; all of the product without. */
  from?: LotsOfHarvest;
  /** Only lots that expire after this day, when the buyer has them at last; today without. */
  lastsBeyond?: LocalDate;
};

const MAX_LOTS = 200;

/**
 * Holds packs for one line of an order, from the lot that expires first on; lots that have expired or are recalled
 * are passed over. A lot is sold until the day before it expires, and what is sent only while it outlasts its way.
 * Writes nothing on failure, which says `{availableCount}`.
 */
export async function holdPacks(
  tx: Transaction,
  { lineItemId, productId, quantity, from = ALL_LOTS, lastsBeyond = "" }: PacksToHold,
): Promise<Result<null, "not_enough_stock">> {
  const free = await findFreeLots(tx, { productId, ...from, lastsBeyond });
  const availableCount = free.reduce((sum, lot) => sum + lot.freeCount, 0);
  if (availableCount < quantity) return fail("not_enough_stock", { availableCount });
  let left = quantity;
  for (const lot of free) {
    if (left === 0) break;
    const taken = Math.min(left, lot.freeCount);
    const part = { lineItemId, lotId: lot.id, quantity: taken };
    await holdInLot(tx).execute(part);
    await insertRow(tx, stockReservations, {
      id: newId("rsv"),
      ...part,
      status: "held",
      createdAt: now(),
    });
    left -= taken;
  }
  await takeFromProduct(tx).execute({ productId, quantity });
  return succeed(null);
}

const takeFromProduct = changeBuiltOnce((tx) =>
  tx
    .update(products)
    .set({ availableCount: sql`${products.availableCount} - ${sql.placeholder("quantity")}` })
    .where(eq(products.id, sql.placeholder("productId")))
    .prepare(),
);

const holdInLot = changeBuiltOnce((tx) =>
  tx
    .update(lots)
    .set({ reservedCount: sql`${lots.reservedCount} + ${sql.placeholder("quantity")}` })
    .where(eq(lots.id, sql.placeholder("lotId")))
    .prepare(),
);

const selectFreeLots = builtOnce((db) =>
  db
    .select({ id: lots.id, onHandCount: lots.onHandCount, reservedCount: lots.reservedCount })
    .from(lots)
    .where(
      and(
        eq(lots.productId, sql.placeholder("productId")),
        isNull(lots.recalledAt),
        gt(lots.onHandCount, lots.reservedCount),
        gte(lots.createdAt, sql.placeholder("enteredSince")),
        gte(lots.madeOn, sql.placeholder("madeSince")),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, sql.placeholder("lastsBeyond"))),
      ),
    )
    // Engines disagree on where NULL sorts; what never expires goes last.
    .orderBy(sql`${lots.expiresOn} is null`, asc(lots.expiresOn), asc(lots.createdAt), asc(lots.id))
    .limit(MAX_LOTS)
    .prepare(),
);

async function findFreeLots(
  tx: Transaction,
  asked: LotsOfHarvest & { productId: string; lastsBeyond: LocalDate },
) {
  const today = localDateOf(now());
  const lastsBeyond = asked.lastsBeyond > today ? asked.lastsBeyond : today;
  const rows = await selectFreeLots(tx).execute({ ...asked, lastsBeyond });
  return rows.map((lot) => ({ id: lot.id, freeCount: lot.onHandCount - lot.reservedCount }));
}
