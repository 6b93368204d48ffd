import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { changePrice as setPrice } from "~/domain/catalog/change-price.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, type Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import { succeed, type Result } from "~/platform/result";

/** A new price from now on, with the one before on record. */
export async function changePrice(
  actor: Actor,
  scope: Scope,
  input: { slug: string; priceVnd: Vnd },
): Promise<Result<null, "product_not_found">> {
  return inTransaction((tx) => changePriceIn(tx, { actor, scope }, input));
}

/** The same within a transaction that does more. */
export async function changePriceIn(
  tx: Transaction,
  by: { actor: Actor; scope: Scope },
  input: { slug: string; priceVnd: Vnd },
): Promise<Result<null, "product_not_found">> {
  const changed = await setPrice(tx, by.scope, input);
  if (!changed.ok) return changed;
  const { productId, beforeVnd } = changed.value;
  if (beforeVnd !== input.priceVnd) {
    await recordAction(tx, {
      actor: by.actor,
      action: "product.change_price",
      subject: { kind: "product", id: productId },
      before: { priceVnd: beforeVnd },
      after: { priceVnd: input.priceVnd },
    });
  }
  return succeed(null);
}
