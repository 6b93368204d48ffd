import { eq } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";

/**
 * Purchases stay as papers of account, without who made them: no name, phone, address line or note. The commune stays,
 * as the figures do, and says nothing of anybody by itself.
 */
export async function forgetBuyer(tx: Transaction, userId: string): Promise<void> {
  await tx
    .update(checkouts)
    .set({ buyerName: "", buyerPhone: "", addressLine: "", note: "", buyerId: null })
    .where(eq(checkouts.buyerId, userId));
}
