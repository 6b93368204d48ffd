import { eq } from "drizzle-orm";
import { preorders } from "~db/schema/preorders";
import type { Transaction } from "~/platform/db.server";

/** Places on lists stay as they were counted, without who had them. */
export async function forgetWaitingBuyer(tx: Transaction, userId: string): Promise<void> {
  await tx
    .update(preorders)
    .set({ buyerName: "", buyerPhone: "", addressLine: "", buyerId: null })
    .where(eq(preorders.buyerId, userId));
}
