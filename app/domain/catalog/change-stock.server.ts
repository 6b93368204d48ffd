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
  /** How many there were when they were counted: what the form showed. */
  shownCount: number;
};
export type StockChangeCode =
  "product_not_found" | "lot_not_found" | "stock_below_reserved" | "stock_changed";
export type StockChanged = { productId: string; beforeCount: number; availableCount: number };

/**
 * Says how many packs of a lot are there now. Never fewer than are promised to orders:
 * `stock_below_reserved` says `{reservedCount}`. When packs have left or come back since the form was shown, the
 * count is of another moment: `stock_changed` says `{onHandCount}`, and nothing is written. The same form sent twice
 * answers ok.
 */
export async function changeStock(
  tx: Transaction,
  scope: Scope,
  input: StockChange,
): Promise<Result<StockChanged, StockChangeCode>> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  const [lot] = await tx
    .select()
    .from(lots)
    .where(and(eq(lots.code, input.lotCode), eq(lots.productId, product.id)))
    .limit(1);
  if (!lot) return fail("lot_not_found");
  const isSaid = input.onHandCount === lot.onHandCount;
  if (!isSaid && input.shownCount !== lot.onHandCount) {
    return fail("stock_changed", { onHandCount: lot.onHandCount });
  }
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
