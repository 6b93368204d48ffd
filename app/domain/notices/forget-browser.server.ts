import { eq } from "drizzle-orm";
import { pushSubscriptions } from "~db/schema/notices";
import type { Transaction } from "~/platform/db.server";

/** This browser is not told any more. */
export async function forgetBrowser(tx: Transaction, id: string): Promise<void> {
  await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.id, id));
}
