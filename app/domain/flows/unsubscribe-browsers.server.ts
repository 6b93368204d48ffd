import { forgetBrowsers } from "~/domain/notices/forget-browsers.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Whoever asked for messages in browsers wants none any more: of this order, or of their households. */
export async function unsubscribeBrowsers(ownerId: string): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await forgetBrowsers(tx, ownerId);
    return succeed(null);
  });
}
