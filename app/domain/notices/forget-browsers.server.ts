import { eq } from "drizzle-orm";
import { pushSubscriptions } from "~db/schema/notices";
import type { Transaction } from "~/platform/db.server";

/** No browser is told any more of this order, or of this person's households. */
export async function forgetBrowsers(tx: Transaction, ownerId: string): Promise<void> {
  await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.ownerId, ownerId));
}
