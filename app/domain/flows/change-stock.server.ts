import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  changeStock as countLot,
  type StockChange,
  type StockChangeCode,
} from "~/domain/catalog/change-stock.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { servePreorders } from "./serve-preorders.server";

/** How many packs of a lot are there now, with the count before on record. */
export async function changeStock(
  actor: Actor,
  scope: Scope,
  input: StockChange,
): Promise<Result<null, StockChangeCode>> {
  return inTransaction((tx) => changeStockIn(tx, { actor, scope }, input));
}

/** The same within a transaction that does more. */
export async function changeStockIn(
  tx: Transaction,
  by: { actor: Actor; scope: Scope },
  input: StockChange,
): Promise<Result<null, StockChangeCode>> {
  const changed = await countLot(tx, by.scope, input);
  if (!changed.ok) return changed;
  const { productId, beforeCount, availableCount } = changed.value;
  if (beforeCount !== input.onHandCount) {
    await recordAction(tx, {
      actor: by.actor,
      action: "product.change_stock",
      subject: { kind: "product", id: productId },
      before: { lotCode: input.lotCode, onHandCount: beforeCount },
      after: { lotCode: input.lotCode, onHandCount: input.onHandCount, availableCount },
    });
    await servePreorders(tx, by.actor, productId);
  }
  return succeed(null);
}
