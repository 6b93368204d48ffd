import { inArray } from "drizzle-orm";
import { pushSubscriptions } from "~db/schema/notices";
import type { Transaction } from "~/platform/db.server";

/** No browser is told any more of these purchases, or of these persons' households. */
export async function forgetBrowsers(tx: Transaction, ...ownerIds: string[]): Promise<void> {
  await tx.delete(pushSubscriptions).where(inArray(pushSubscriptions.ownerId, ownerIds));
}
