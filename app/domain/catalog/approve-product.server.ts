import { householdStatusOf } from "~/domain/households/queries-department.server";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import type { ProductMove, ProductMoved } from "./submit-product.server";
import { transitionProduct } from "./transition-product.server";

/**
 * Puts a product that was looked at on sale; only of a household that may sell. One that is on sale already
 * stays as it is.
 */
export async function approveProduct(
  tx: Transaction,
  scope: Scope,
  { slug, actorId }: ProductMove,
): Promise<
  Result<ProductMoved, "product_not_found" | "product_already_decided" | "household_not_approved">
> {
  const product = await loadOwnProduct(tx, scope, slug);
  if (!product) return fail("product_not_found");
  const { id: productId, status: from } = product;
  if (from === "published") return succeed({ productId, from, hasMoved: false });
  if ((await householdStatusOf(tx, product.householdId)) !== "approved") {
    return fail("household_not_approved");
  }
  const moved = await transitionProduct(tx, { productId, to: "published", reason: null, actorId });
  return moved.ok ? succeed({ productId, from, hasMoved: true }) : fail("product_already_decided");
}
