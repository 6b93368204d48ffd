import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";
import {
  transitionProduct,
  type ProductMove,
  type ProductMoved,
} from "./transition-product.server";

/**
 * The department takes a product off sale, with the reason that the household reads; sent again by it, the product waits
 * for the department. Orders already placed stay, and so does all that the product says.
 */
export async function takeDownProduct(
  tx: Transaction,
  scope: Scope,
  move: ProductMove & { reason: string },
): Promise<Result<ProductMoved, "product_not_found" | "move_not_allowed">> {
  return transitionProduct(tx, scope, { ...move, to: "withdrawn" });
}
