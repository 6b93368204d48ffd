import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import type { ProductStatus } from "./product-status";
import { transitionProduct } from "./transition-product.server";

export type ProductMove = { slug: string; actorId: string | null };
export type ProductMoved = { productId: string; from: ProductStatus; hasMoved: boolean };

/** Sends a product to the department to be looked at; one that lies there already stays as it is. */
export async function submitProduct(
  tx: Transaction,
  scope: Scope,
  { slug, actorId }: ProductMove,
): Promise<Result<ProductMoved, "product_not_found" | "move_not_allowed">> {
  const product = await loadOwnProduct(tx, scope, slug);
  if (!product) return fail("product_not_found");
  const { id: productId, status: from } = product;
  if (from === "awaiting_approval") return succeed({ productId, from, hasMoved: false });
  const moved = await transitionProduct(tx, {
    productId,
    to: "awaiting_approval",
    reason: null,
    actorId,
  });
  return moved.ok ? succeed({ productId, from, hasMoved: true }) : moved;
}
