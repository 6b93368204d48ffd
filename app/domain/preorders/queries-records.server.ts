import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql, sum } from "drizzle-orm";
import { lots, products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { checkouts } from "~db/schema/orders";
import { harvests, preorders } from "~db/schema/preorders";
import { builtOnce, type ReadDatabase } from "~/platform/db.server";
import type { HarvestRecord, PreorderRecord } from "./types";

function selectHarvests(db: ReadDatabase) {
  return db
    .select({
      id: harvests.id,
      productId: harvests.productId,
      householdId: products.householdId,
      status: harvests.status,
      closesOn: harvests.closesOn,
      capCount: harvests.capCount,
      unitPriceVnd: harvests.unitPriceVnd,
      openedAt: harvests.openedAt,
      harvestFrom: harvests.harvestFrom,
      clockAt: harvests.clockAt,
    })
    .from(harvests)
    .innerJoin(products, eq(products.id, harvests.productId));
}

/** The list of a product that has not ended, or null. */
export async function loadActiveHarvest(
  db: ReadDatabase,
  productId: string,
): Promise<HarvestRecord | null> {
  const [harvest] = await selectHarvests(db)
    .where(and(eq(harvests.productId, productId), inArray(harvests.status, ["open", "closed"])))
    .limit(1);
  return harvest ?? null;
}

export async function loadHarvest(db: ReadDatabase, id: string): Promise<HarvestRecord | null> {
  const [harvest] = await selectHarvests(db).where(eq(harvests.id, id)).limit(1);
  return harvest ?? null;
}

const selectPromised = builtOnce((db) =>
  db
    .select({ packCount: sum(preorders.packCount).mapWith(Number) })
    .from(preorders)
    .leftJoin(checkouts, eq(checkouts.id, preorders.checkoutId))
    .where(
      and(
        eq(preorders.harvestId, sql.placeholder("harvestId")),
        or(
          eq(preorders.status, "waiting"),
          inArray(checkouts.status, ["awaiting_payment", "accepted"]),
        ),
      ),
    )
    .prepare(),
);

/** Packs of a harvest that are promised to somebody: who waits, and whose order has not come to nothing. */
export async function countPromised(db: ReadDatabase, harvestId: string): Promise<number> {
  const [row] = await selectPromised(db).execute({ harvestId });
  return row?.packCount ?? 0;
}

/** Whether somebody with this phone waits on the list already; one place a phone leaves room for others. */
export async function hasPlace(
  db: ReadDatabase,
  { harvestId, phone }: { harvestId: string; phone: string },
): Promise<boolean> {
  const isTheirs = and(
    eq(preorders.harvestId, harvestId),
    eq(preorders.status, "waiting"),
    eq(preorders.buyerPhone, phone),
  );
  return (await db.$count(preorders, isTheirs)) > 0;
}

function selectPreorders(db: ReadDatabase) {
  return db
    .select({
      id: preorders.id,
      code: preorders.code,
      harvestId: preorders.harvestId,
      status: preorders.status,
      buyerId: preorders.buyerId,
      buyerName: preorders.buyerName,
      buyerPhone: preorders.buyerPhone,
      communeCode: preorders.communeCode,
      addressLine: preorders.addressLine,
      language: preorders.language,
      packCount: preorders.packCount,
    })
    .from(preorders);
}

export async function loadPreorder(db: ReadDatabase, code: string): Promise<PreorderRecord | null> {
  const [preorder] = await selectPreorders(db).where(eq(preorders.code, code)).limit(1);
  return preorder ?? null;
}

/** The code of the place that this form had made before, or null. */
export async function findAdded(db: ReadDatabase, submissionKey: string): Promise<string | null> {
  const [row] = await db
    .select({ code: preorders.code })
    .from(preorders)
    .where(eq(preorders.submissionKey, submissionKey))
    .limit(1);
  return row?.code ?? null;
}

/** Who waits for at most so many packs, first come first. */
export async function listWaiting(
  db: ReadDatabase,
  harvestId: string,
  of: { packsAtMost: number; limit: number },
): Promise<PreorderRecord[]> {
  return selectPreorders(db)
    .where(
      and(
        eq(preorders.harvestId, harvestId),
        eq(preorders.status, "waiting"),
        lte(preorders.packCount, of.packsAtMost),
      ),
    )
    .orderBy(asc(preorders.id))
    .limit(of.limit);
}

/**
 * Products on sale whose list somebody waits on, with free packs of lots that were entered since it was opened; those
 * whose oldest list waits longest first.
 */
export async function listServable(db: ReadDatabase, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ productId: harvests.productId, openedAt: harvests.openedAt })
    .from(harvests)
    .innerJoin(products, eq(products.id, harvests.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(
      preorders,
      and(eq(preorders.harvestId, harvests.id), eq(preorders.status, "waiting")),
    )
    .innerJoin(
      lots,
      and(
        eq(lots.productId, harvests.productId),
        gte(lots.createdAt, harvests.openedAt),
        gt(lots.onHandCount, lots.reservedCount),
        isNull(lots.recalledAt),
      ),
    )
    .where(
      and(
        inArray(harvests.status, ["open", "closed"]),
        eq(products.status, "published"),
        eq(households.status, "approved"),
      ),
    )
    .orderBy(asc(harvests.openedAt))
    .limit(limit);
  return rows.map((row) => row.productId);
}

/** Lists that end by themselves now, the longest overdue first. */
export async function listOverdueHarvests(
  db: ReadDatabase,
  due: { atInstant: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: harvests.id })
    .from(harvests)
    .where(lte(harvests.clockAt, due.atInstant))
    .orderBy(asc(harvests.clockAt))
    .limit(due.limit);
  return rows.map((row) => row.id);
}
