import type { ProductStatus } from "./product-status";

/** Whether a new price of what is on sale is asked about before it stands: below half of the present one, or above double. */
export function isDoubtfulPrice(
  product: { status: ProductStatus; priceVnd: number },
  newVnd: number,
): boolean {
  const { status, priceVnd } = product;
  return status === "published" && (2 * newVnd < priceVnd || newVnd > 2 * priceVnd);
}
