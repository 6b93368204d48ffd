import { and, eq } from "drizzle-orm";
import { lots } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import { recountStock } from "./recount-stock.server";

export type StockChange = {
  slug: string;
  lotCode: string;
  /** All packs that are there, those promised to orders included. */
  onHandCount: number;
};
export type StockChanged = { productId: string; beforeCount: number; availableCount: number };

/**
 * Says how many packs of a lot are there now. Never fewer than are promised to orders:
 * `stock_below_reserved` says `{reservedCount}`.
 */
export async function changeStock(
  tx: Transaction,
  scope: Scope,
  input: StockChange,
): Promise<Result<StockChanged, "product_not_found" | "lot_not_found" | "stock_below_reserved">> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  const [lot] = await tx
    .select()
    .from(lots)
    .where(and(eq(lots.code, input.lotCode), eq(lots.productId, product.id)))
    .limit(1);
  if (!lot) return fail("lot_not_found");
  if (input.onHandCount < lot.reservedCount) {
    return fail("stock_below_reserved", { reservedCount: lot.reservedCount });
  }
  await tx.update(lots).set({ onHandCount: input.onHandCount }).where(eq(lots.id, lot.id));
  return succeed({
    productId: product.id,
    beforeCount: lot.onHandCount,
    availableCount: await recountStock(tx, product.id),
  });
}
