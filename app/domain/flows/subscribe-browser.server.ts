import {
  subscribeBrowser as subscribe,
  type BrowserSubscription,
} from "~/domain/notices/subscribe-browser.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Somebody wants to be told in this browser: of an order whose page they have open, or of their households. */
export async function subscribeBrowser(subscription: BrowserSubscription): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await subscribe(tx, subscription);
    return succeed(null);
  });
}
