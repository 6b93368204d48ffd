import { eq } from "drizzle-orm";
import { productEvents, products } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import {
  transitionProduct,
  type ProductMove,
  type ProductMoved,
} from "./transition-product.server";

type Takedown = ProductMove & { reason: string };

/**
 * The department takes a product off sale, with the reason that the household reads; sent again by it, the product waits
 * for the department. So does one that the household had taken off sale itself: it is down for the department's reason
 * from then on. Orders already placed stay, and so does all that the product says.
 */
export async function takeDownProduct(
  tx: Transaction,
  scope: Scope,
  move: Takedown,
): Promise<Result<ProductMoved, "product_not_found" | "move_not_allowed">> {
  const product = await loadOwnProduct(tx, scope, move.slug);
  if (product?.status !== "withdrawn" || product.statusReason === move.reason) {
    return transitionProduct(tx, scope, { ...move, to: "withdrawn" });
  }
  const { reason, actorId } = move;
  const { id } = product;
  await tx.update(products).set({ statusReason: reason }).where(eq(products.id, id));
  await tx.insert(productEvents).values({
    id: newId("pev"),
    productId: id,
    fromStatus: "withdrawn",
    toStatus: "withdrawn",
    reason,
    actorId,
    occurredAt: now(),
  });
  return succeed({ id, from: "withdrawn", hasMoved: true });
}
