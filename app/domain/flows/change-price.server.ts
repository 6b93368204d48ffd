import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { changePrice as setPrice } from "~/domain/catalog/change-price.server";
import type { PriceChange } from "~/domain/catalog/forms";
import { loadOwnProduct } from "~/domain/catalog/load-own-product.server";
import { isDoubtfulPrice } from "~/domain/catalog/price-doubt";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, type Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

type ChangeCode = "product_not_found" | "price_changed_since" | "price_doubtful";

/**
 * A new price from now on, with the one before on record. It replaces the one that was shown and no other; one of what is
 * on sale that looks like a slip is asked about first.
 */
export async function changePrice(
  actor: Actor,
  scope: Scope,
  input: PriceChange & { slug: string },
): Promise<Result<null, ChangeCode>> {
  const { slug, priceVnd, shownVnd, sureVnd } = input;
  return inTransaction(async (tx) => {
    const product = await loadOwnProduct(tx, scope, slug);
    if (!product) return fail("product_not_found");
    const nowVnd = product.priceVnd;
    if (nowVnd === priceVnd) return succeed(null);
    if (nowVnd !== shownVnd) return fail("price_changed_since", { nowVnd });
    if (sureVnd !== priceVnd && isDoubtfulPrice(product, priceVnd)) {
      return fail("price_doubtful", { nowVnd, newVnd: priceVnd });
    }
    return changePriceIn(tx, { actor, scope }, { slug, priceVnd });
  });
}

/** A new price without a question, within a transaction that does more. */
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
