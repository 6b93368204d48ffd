import {
  subscribeBrowser as subscribe,
  type BrowserSubscription,
} from "~/domain/notices/subscribe-browser.server";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * Somebody wants to be told in this browser: of an order whose page they have open, or of their households. Nothing is
 * kept of who has deleted their account meanwhile.
 */
export async function subscribeBrowser(
  subscription: BrowserSubscription,
): Promise<Result<null, "buyer_gone">> {
  const { ownerKind, ownerId } = subscription;
  return inTransaction(async (tx) => {
    const checkout = ownerKind === "checkout" ? await loadCheckout(tx, ownerId) : null;
    if (checkout?.isBuyerGone) return fail("buyer_gone");
    await subscribe(tx, subscription);
    return succeed(null);
  });
}
