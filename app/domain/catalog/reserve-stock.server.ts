import { and, asc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { lots, products, stockReservations } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type StockRequest = { lineItemId: string; productId: string; quantity: number };
export type ReserveStockCode = "not_enough_stock" | "product_unavailable";

const MAX_LOTS = 200;

/**
 * Holds packs of a published product for one line of an order, from the lot that expires first on.
 * A lot is sold until the day before it expires: the buyer gets it a day later at the earliest.
 * A line that already holds packs, or whose packs are shipped, keeps what it has. Writes nothing on failure;
 * `not_enough_stock` says `{productName, availableCount}`.
 */
export async function reserveStock(
  tx: Transaction,
  request: StockRequest,
): Promise<Result<null, ReserveStockCode>> {
  const { lineItemId, productId, quantity } = request;
  invariant(Number.isSafeInteger(quantity) && quantity >= 1, `bad quantity: ${quantity}`);
  if (await hasStock(tx, lineItemId)) return succeed(null);
  const [product] = await tx
    .select({ name: products.name, status: products.status })
    .from(products)
    .where(eq(products.id, productId))
    .limit(1);
  if (product?.status !== "published") return fail("product_unavailable");

  const free = await findFreeLots(tx, productId);
  const availableCount = free.reduce((sum, lot) => sum + lot.freeCount, 0);
  if (availableCount < quantity) {
    return fail("not_enough_stock", { productName: product.name, availableCount });
  }
  let left = quantity;
  for (const lot of free) {
    if (left === 0) break;
    const taken = Math.min(left, lot.freeCount);
    await holdPacks(tx, { lineItemId, lotId: lot.id, quantity: taken });
    left -= taken;
  }
  await tx
    .update(products)
    .set({ availableCount: sql`${products.availableCount} - ${quantity}` })
    .where(eq(products.id, productId));
  return succeed(null);
}

async function hasStock(tx: Transaction, lineItemId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: stockReservations.id })
    .from(stockReservations)
    .where(
      and(
        eq(stockReservations.lineItemId, lineItemId),
        inArray(stockReservations.status, ["held", "consumed"]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

async function findFreeLots(tx: Transaction, productId: string) {
  const rows = await tx
    .select({ id: lots.id, onHandCount: lots.onHandCount, reservedCount: lots.reservedCount })
    .from(lots)
    .where(
      and(
        eq(lots.productId, productId),
        gt(lots.onHandCount, lots.reservedCount),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
      ),
    )
    // Engines disagree on where NULL sorts; what never expires goes last.
    .orderBy(sql`${lots.expiresOn} is null`, asc(lots.expiresOn), asc(lots.createdAt), asc(lots.id))
    .limit(MAX_LOTS);
  return rows.map((lot) => ({ id: lot.id, freeCount: lot.onHandCount - lot.reservedCount }));
}

async function holdPacks(
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
