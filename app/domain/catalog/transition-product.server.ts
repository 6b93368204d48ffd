import { and, eq, isNull } from "drizzle-orm";
import { lots, productEvents, products } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct, type ProductRow } from "./load-own-product.server";
import { mayMoveProduct, type ProductStatus } from "./product-status";

export type ProductMove = { slug: string; actorId: string | null };
export type ProductMoved = {
  id: string;
  from: ProductStatus;
  /** False when it was there already: nothing was written. */
  hasMoved: boolean;
};

export type ProductTransition = ProductMove & {
  to: ProductStatus;
  /** What the department said; shown to the household. */
  reason: string | null;
};

/**
 * Moves a product along the table of allowed moves, with its event. `publishedAt` is the latest publication:
 * lists show by it what is new. Its lots keep the words of a product that leaves the market: they are on labels, and
 * what is written next has not been approved yet.
 */
export async function transitionProduct(
  tx: Transaction,
  scope: Scope,
  { slug, to, reason, actorId }: ProductTransition,
): Promise<Result<ProductMoved, "product_not_found" | "move_not_allowed">> {
  const product = await loadOwnProduct(tx, scope, slug);
  if (!product) return fail("product_not_found");
  const { id, status: from } = product;
  if (from === to) return succeed({ id, from, hasMoved: false });
  if (!mayMoveProduct(from, to)) return fail("move_not_allowed");
  const occurredAt = now();
  await tx
    .update(products)
    .set({
      status: to,
      statusReason: reason,
      ...(to === "published" ? { publishedAt: occurredAt } : {}),
    })
    .where(eq(products.id, id));
  if (from === "published") await keepWords(tx, product);
  await tx.insert(productEvents).values({
    id: newId("pev"),
    productId: id,
    fromStatus: from,
    toStatus: to,
    reason,
    actorId,
    occurredAt,
  });
  return succeed({ id, from, hasMoved: true });
}

async function keepWords(tx: Transaction, product: ProductRow) {
  const { name, nameEn, packLabel, packLabelEn, ocopSet } = product;
  await tx
    .update(lots)
    .set({ soldAs: { name, nameEn, packLabel, packLabelEn, ocopSet } })
    .where(and(eq(lots.productId, product.id), isNull(lots.soldAs)));
}
