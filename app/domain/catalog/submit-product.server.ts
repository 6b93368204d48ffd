import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";
import {
  transitionProduct,
  type ProductMove,
  type ProductMoved,
} from "./transition-product.server";

/** Sends a product to the department to be looked at; one that lies there already stays as it is. */
export async function submitProduct(
  tx: Transaction,
  scope: Scope,
  move: ProductMove,
): Promise<Result<ProductMoved, "product_not_found" | "move_not_allowed">> {
  return transitionProduct(tx, scope, { ...move, to: "awaiting_approval", reason: null });
}
