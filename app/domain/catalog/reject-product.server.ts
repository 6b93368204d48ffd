import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import type { ProductMove, ProductMoved } from "./submit-product.server";
import { transitionProduct } from "./transition-product.server";

/** Sends a product back to its household with a reason; it may be mended and sent again. */
export async function rejectProduct(
  tx: Transaction,
  scope: Scope,
  { slug, actorId, reason }: ProductMove & { reason: string },
): Promise<Result<ProductMoved, "product_not_found" | "product_already_decided">> {
  const product = await loadOwnProduct(tx, scope, slug);
  if (!product) return fail("product_not_found");
  const { id: productId, status: from } = product;
  if (from === "rejected") return succeed({ productId, from, hasMoved: false });
  const moved = await transitionProduct(tx, { productId, to: "rejected", reason, actorId });
  return moved.ok ? succeed({ productId, from, hasMoved: true }) : fail("product_already_decided");
}
