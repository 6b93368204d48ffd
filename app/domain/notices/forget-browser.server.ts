import { and, eq } from "drizzle-orm";
import { pushSubscriptions } from "~db/schema/notices";
import type { Transaction } from "~/platform/db.server";

/** This browser is not told any more. */
export async function forgetBrowser(tx: Transaction, id: string): Promise<void> {
  await tx.delete(pushSubscriptions).where(eq(pushSubscriptions.id, id));
}

/** No browser is told of this person's households any more. */
export async function forgetBrowsersOf(tx: Transaction, userId: string): Promise<void> {
  const isTheirs = eq(pushSubscriptions.ownerId, userId);
  await tx.delete(pushSubscriptions).where(and(isTheirs, eq(pushSubscriptions.ownerKind, "user")));
}
