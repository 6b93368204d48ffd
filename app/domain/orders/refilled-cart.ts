import type { CartLine } from "./cart-line";
import { LINE_COUNT_MAX } from "./order-totals";
import type { OrderStatus } from "./order-status";
import type { QuoteLine } from "./types";

/** Orders whose packs nobody sends: their buyer may want them again. */
export const LAPSED_STATUSES = ["expired", "cancelled"] as const satisfies readonly OrderStatus[];

/** Orders that were received: their buyer may want the same once more. */
export const RECEIVED_STATUSES = ["delivered"] as const satisfies readonly OrderStatus[];

export function isLapsed(status: OrderStatus): boolean {
  return LAPSED_STATUSES.some((lapsed) => lapsed === status);
}

/**
 * The cart with what is still sold of these lines, as many packs of each as there are; at most 40 products. What the
 * cart has already is not added to, so that asking twice fills it once.
 */
export function refilledCart(cart: readonly CartLine[], wanted: readonly QuoteLine[]): CartLine[] {
  const lines = new Map(cart.map((line) => [line.productId, line]));
  for (const { productId, unitPriceVnd, ...line } of wanted) {
    const quantity = Math.min(line.quantity, line.availableCount);
    if (line.offSale !== null || quantity < 1) continue;
    const inCart = lines.get(productId) ?? { productId, quantity, seenVnd: unitPriceVnd };
    lines.set(productId, { ...inCart, quantity: Math.max(inCart.quantity, quantity) });
  }
  return [...lines.values()].slice(0, LINE_COUNT_MAX);
}
