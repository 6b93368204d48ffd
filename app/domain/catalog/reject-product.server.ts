import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, type Result } from "~/platform/result";
import {
  transitionProduct,
  type ProductMove,
  type ProductMoved,
} from "./transition-product.server";

/** Sends a product back to its household with a reason; it may be mended and sent again. */
export async function rejectProduct(
  tx: Transaction,
  scope: Scope,
  move: ProductMove & { reason: string },
): Promise<Result<ProductMoved, "product_not_found" | "product_already_decided">> {
  const moved = await transitionProduct(tx, scope, { ...move, to: "rejected" });
  if (moved.ok) return moved;
  return fail(moved.code === "move_not_allowed" ? "product_already_decided" : moved.code);
}
