import { eq } from "drizzle-orm";
import { productEvents, products } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMoveProduct, type ProductStatus } from "./product-status";

export type ProductTransition = {
  productId: string;
  to: ProductStatus;
  /** What the department said; shown to the household. */
  reason: string | null;
  actorId: string | null;
};

/**
 * Moves a product along the table of allowed moves, with its event. `publishedAt` is the latest publication:
 * lists show by it what is new. Scope is the caller's to check.
 */
export async function transitionProduct(
  tx: Transaction,
  { productId, to, reason, actorId }: ProductTransition,
): Promise<Result<{ from: ProductStatus }, "move_not_allowed">> {
  const [product] = await tx
    .select({ status: products.status })
    .from(products)
    .where(eq(products.id, productId))
    .limit(1);
  if (!product || !mayMoveProduct(product.status, to)) return fail("move_not_allowed");
  const occurredAt = now();
  await tx
    .update(products)
    .set({
      status: to,
      statusReason: reason,
      ...(to === "published" ? { publishedAt: occurredAt } : {}),
    })
    .where(eq(products.id, productId));
  await tx.insert(productEvents).values({
    id: newId("pev"),
    productId,
    fromStatus: product.status,
    toStatus: to,
    reason,
    actorId,
    occurredAt,
  });
  return succeed({ from: product.status });
}
