import type { Actor } from "~/domain/audit/actor";
import type { BulkRow } from "~/domain/catalog/forms-bulk";
import { loadOwnProduct } from "~/domain/catalog/load-own-product.server";
import { isDoubtfulPrice } from "~/domain/catalog/price-doubt";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Failure, type Success } from "~/platform/result";
import { changePriceIn } from "./change-price.server";
import { changeStockIn } from "./change-stock.server";

/** What keeps one product of many from being written; one that was removed meanwhile has no fields any more. */
export type BulkFault =
  | { key: string; field: "price" | "count"; code: BulkFaultCode }
  | { key: string; field: null; code: "bulk_product_gone" };
type BulkFaultCode =
  "bulk_price_changed" | "bulk_price_doubtful" | "bulk_stock_changed" | "bulk_stock_reserved";

/** How many products changed; or what is wrong with which, and nothing was written. */
export type ChangedProducts =
  Success<{ changedCount: number }> | (Failure<"bulk_refused"> & { faults: BulkFault[] });

type By = { actor: Actor; scope: Scope };

/**
 * New prices and counts of packs for many products at once: all of them or none. What a row leaves as the page showed it is
 * not touched, though it has changed since; what it changes must still be what was shown.
 */
export async function changeProducts(
  actor: Actor,
  scope: Scope,
  rows: readonly BulkRow[],
): Promise<ChangedProducts> {
  return inTransaction(async (tx) => {
    const faults: BulkFault[] = [];
    let changedCount = 0;
    for (const row of rows) {
      const changed = await changeRow(tx, { actor, scope }, row);
      faults.push(...changed.faults);
      if (changed.hasChanged) changedCount += 1;
    }
    return faults.length > 0 ? { ...fail("bulk_refused"), faults } : succeed({ changedCount });
  });
}

async function changeRow(
  tx: Transaction,
  by: By,
  row: BulkRow,
): Promise<{ hasChanged: boolean; faults: BulkFault[] }> {
  const { key, shown, priceVnd, onHandCount, sureVnd } = row;
  const { slug } = shown;
  const product = await loadOwnProduct(tx, by.scope, slug);
  const isNewCount = onHandCount !== null && onHandCount !== shown.onHandCount;
  // Removed meanwhile, and nothing was to be done to it.
  if (!product && !isNewCount && priceVnd === shown.priceVnd) {
    return { hasChanged: false, faults: [] };
  }
  if (!product) {
    return { hasChanged: false, faults: [{ key, field: null, code: "bulk_product_gone" }] };
  }
  const faults: BulkFault[] = [];
  const isNewPrice = priceVnd !== shown.priceVnd && priceVnd !== product.priceVnd;
  if (isNewPrice && product.priceVnd !== shown.priceVnd) {
    faults.push({ key, field: "price", code: "bulk_price_changed" });
  } else if (isNewPrice && sureVnd !== priceVnd && isDoubtfulPrice(product, priceVnd)) {
    faults.push({ key, field: "price", code: "bulk_price_doubtful" });
  } else if (isNewPrice) {
    await changePriceIn(tx, by, { slug, priceVnd });
  }
  const code = isNewCount
    ? await changeCount(tx, by, { ...shown, countedCount: onHandCount })
    : null;
  if (code !== null) faults.push({ key, field: "count", code });
  return { hasChanged: isNewPrice || isNewCount, faults };
}

async function changeCount(
  tx: Transaction,
  by: By,
  counted: BulkRow["shown"] & { countedCount: number },
): Promise<BulkFaultCode | null> {
  const { slug, lotCode, onHandCount: shownCount, countedCount } = counted;
  const input = { slug, lotCode, onHandCount: countedCount, shownCount };
  const changed = await changeStockIn(tx, by, input);
  if (changed.ok) return null;
  // A lot that is gone from the page was sold out or recalled meanwhile.
  return changed.code === "stock_below_reserved" ? "bulk_stock_reserved" : "bulk_stock_changed";
}
