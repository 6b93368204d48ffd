import { householdStatusOf } from "~/domain/households/queries-department.server";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";
import {
  transitionProduct,
  type ProductMove,
  type ProductMoved,
} from "./transition-product.server";

/**
 * Puts a product that was looked at on sale; only of a household that may sell. One that is on sale already
 * stays as it is.
 */
export async function approveProduct(
  tx: Transaction,
  scope: Scope,
  move: ProductMove,
): Promise<
  Result<ProductMoved, "product_not_found" | "product_already_decided" | "household_not_approved">
> {
  const product = await loadOwnProduct(tx, scope, move.slug);
  if (!product) return fail("product_not_found");
  if (
    product.status !== "published" &&
    (await householdStatusOf(tx, product.householdId)) !== "approved"
  ) {
    return fail("household_not_approved");
  }
  const moved = await transitionProduct(tx, scope, { ...move, to: "published", reason: null });
  if (moved.ok) return moved;
  return fail(moved.code === "move_not_allowed" ? "product_already_decided" : moved.code);
}
