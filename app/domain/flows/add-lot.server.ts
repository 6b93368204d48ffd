import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addLot as createLot, type NewLot } from "~/domain/catalog/add-lot.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { servePreorders } from "./serve-preorders.server";

/** A new batch of a product; the same form sent twice adds one. */
export async function addLot(
  actor: Actor,
  scope: Scope,
  input: { slug: string; lot: NewLot },
): Promise<Result<{ lotCode: string }, "product_not_found">> {
  return inTransaction((tx) => addLotIn(tx, { actor, scope }, input));
}

/** The same within a transaction that does more. */
export async function addLotIn(
  tx: Transaction,
  by: { actor: Actor; scope: Scope },
  input: { slug: string; lot: NewLot },
): Promise<Result<{ lotCode: string }, "product_not_found">> {
  const added = await createLot(tx, by.scope, input);
  if (!added.ok) return added;
  const { productId, lotCode, availableCount, isNew } = added.value;
  if (!isNew) return succeed({ lotCode });
  const { stockCount, madeOn, expiresOn } = input.lot;
  await recordAction(tx, {
    actor: by.actor,
    action: "product.add_lot",
    subject: { kind: "product", id: productId },
    after: { lotCode, stockCount, madeOn, expiresOn, availableCount },
  });
  await servePreorders(tx, by.actor, productId);
  return succeed({ lotCode });
}
