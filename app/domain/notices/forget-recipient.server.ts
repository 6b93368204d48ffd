import { and, eq, inArray } from "drizzle-orm";
import { notices, pushSubscriptions } from "~db/schema/notices";
import type { Transaction } from "~/platform/db.server";
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
  await tx
    .delete(pushSubscriptions)
    .where(inArray(pushSubscriptions.ownerId, [userId, ...purchaseIds]));
  await tx
    .update(notices)
    .set({ facts: null })
    .where(and(eq(notices.recipientKind, "buyer"), inArray(notices.recipientId, [...purchaseIds])));
}
