import { releaseStock } from "~/domain/catalog/release-stock.server";
import { reserveStock } from "~/domain/catalog/reserve-stock.server";
import {
  countDeliveries,
  countProgress,
  findContractOf,
  loadContract,
  loadOffer,
} from "~/domain/contracts/queries-records.server";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";

/**
 * Holds the stock of an expired checkout again, all of it or none. False when some of it is gone, or a product
 * or its household is not on sale any more, its contract has no room for it, or nobody is left to send it to. The prices stay
 * those of the day it was placed.
 */
export async function reviveStock(tx: Transaction, checkoutId: string): Promise<boolean> {
  const checkout = present(await loadCheckout(tx, checkoutId), "a payment without its checkout");
  if (checkout.isBuyerGone) return false;
  const lines = checkout.orders.flatMap((order) => order.lineItems);
  const offers = await loadOffers(
    tx,
    lines.map((line) => line.productId),
  );
  if (!(await fitsContract(tx, { checkoutId, lines }))) return false;
  if (!lines.every((line) => offers.get(line.productId)?.offSale === null)) return false;
  for (const { id, productId, quantity } of lines) {
    const reserved = await reserveStock(tx, { lineItemId: id, productId, quantity });
    if (reserved.ok) continue;
    // The transaction goes on: the transfer that came too late has to be kept.
    await releaseStock(tx, { lineItemIds: lines.map((line) => line.id) });
    return false;
  }
  return true;
}

/** A delivery that expired may have been prepared again since, or its contract be over: more than was agreed is not sold. */
async function fitsContract(
  tx: Transaction,
  of: { checkoutId: string; lines: readonly { productId: string; quantity: number }[] },
): Promise<boolean> {
  const code = await findContractOf(tx, of.checkoutId);
  if (code === null) return true;
  const contract = present(await loadContract(tx, code), "a delivery's contract");
  const offer = present(await loadOffer(tx, contract.id), "a concluded contract without its terms");
  if (contract.status !== "concluded") return false;
  if ((await countDeliveries(tx, contract.id)) >= offer.deliveriesMax) return false;
  const progress = await countProgress(tx, contract.id);
  return of.lines.every(({ productId, quantity }) => {
    const agreed = offer.lines.find((line) => line.productId === productId)?.quantity ?? 0;
    const ordered = progress.find((one) => one.productId === productId)?.orderedCount ?? 0;
    return ordered + quantity <= agreed;
  });
}
