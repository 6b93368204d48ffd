import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import type { ProductMove, ProductMoved } from "./submit-product.server";
import { transitionProduct } from "./transition-product.server";

/** Takes a product off sale; orders already placed stay. One that is down already stays as it is. */
export async function withdrawProduct(
  tx: Transaction,
  scope: Scope,
  { slug, actorId }: ProductMove,
): Promise<Result<ProductMoved, "product_not_found" | "move_not_allowed">> {
  const product = await loadOwnProduct(tx, scope, slug);
  if (!product) return fail("product_not_found");
  const { id: productId, status: from } = product;
  if (from === "withdrawn") return succeed({ productId, from, hasMoved: false });
  const moved = await transitionProduct(tx, { productId, to: "withdrawn", reason: null, actorId });
  return moved.ok ? succeed({ productId, from, hasMoved: true }) : moved;
}
