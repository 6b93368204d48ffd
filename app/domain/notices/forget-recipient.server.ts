import { and, eq, inArray } from "drizzle-orm";
import { notices } from "~db/schema/notices";
import type { Transaction } from "~/platform/db.server";
import { forgetBrowsers } from "./forget-browsers.server";
import { removeEmail } from "./remove-email.server";

/**
 * Where a person, and the buyer of all this, was told of things is gone; that they were told stays, without what
 * was said. What still waits finds no address and ends by itself.
 */
export async function forgetRecipient(
  tx: Transaction,
  { userId, purchaseIds }: { userId: string; purchaseIds: readonly string[] },
): Promise<void> {
  await removeEmail(tx, userId);
  await forgetBrowsers(tx, userId, ...purchaseIds);
  await tx
    .update(notices)
    .set({ facts: null })
    .where(and(eq(notices.recipientKind, "buyer"), inArray(notices.recipientId, [...purchaseIds])));
}
