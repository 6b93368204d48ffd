import { and, eq, inArray } from "drizzle-orm";
import { products, stockReservations } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import { holdPacks, type PacksToHold } from "./hold-packs.server";

type ReserveStockCode = "not_enough_stock" | "product_unavailable";

/**
 * Holds packs of a published product for one line of an order, from the lot that expires first on.
 * A line that already holds packs, or whose packs are shipped, keeps what it has. Writes nothing on failure;
 * `not_enough_stock` says `{productName, availableCount}`.
 */
export async function reserveStock(
  tx: Transaction,
  request: PacksToHold,
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
  const held = await holdPacks(tx, request);
  if (held.ok) return held;
  return fail(held.code, { productName: product.name, ...held.detail });
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
