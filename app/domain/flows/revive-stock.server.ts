import { releaseStock } from "~/domain/catalog/release-stock.server";
import { reserveStock } from "~/domain/catalog/reserve-stock.server";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";

/**
 * Holds the stock of an expired checkout again, all of it or none. False when some of it is gone, or a product
 * or its household is not on sale any more. The prices stay those of the day it was placed.
 */
export async function reviveStock(tx: Transaction, checkoutId: string): Promise<boolean> {
  const checkout = present(await loadCheckout(tx, checkoutId), "a payment without its checkout");
  const lines = checkout.orders.flatMap((order) => order.lineItems);
  const offers = await loadOffers(
    tx,
    lines.map((line) => line.productId),
  );
  if (!lines.every((line) => offers.get(line.productId)?.isOnSale)) return false;
  for (const { id, productId, quantity } of lines) {
    const reserved = await reserveStock(tx, { lineItemId: id, productId, quantity });
    if (reserved.ok) continue;
    // The transaction goes on: the transfer that came too late has to be kept.
    await releaseStock(tx, { lineItemIds: lines.map((line) => line.id) });
    return false;
  }
  return true;
}
