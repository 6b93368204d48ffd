import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";
import {
  transitionProduct,
  type ProductMove,
  type ProductMoved,
} from "./transition-product.server";

/** Takes a product off sale; orders already placed stay. One that is down already stays as it is. */
export async function withdrawProduct(
  tx: Transaction,
  scope: Scope,
  move: ProductMove,
): Promise<Result<ProductMoved, "product_not_found" | "move_not_allowed">> {
  return transitionProduct(tx, scope, { ...move, to: "withdrawn", reason: null });
}
