import { and, eq } from "drizzle-orm";
import { transferClaims } from "~db/schema/payments-claims";
import type { Transaction } from "~/platform/db.server";

/** All of the money is there: nobody needs to look for it any more. */
export async function closeClaims(tx: Transaction, checkoutId: string): Promise<void> {
  await tx
    .update(transferClaims)
    .set({ status: "closed" })
    .where(and(eq(transferClaims.checkoutId, checkoutId), eq(transferClaims.status, "open")));
}
