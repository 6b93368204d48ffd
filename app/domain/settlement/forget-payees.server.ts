import { inArray } from "drizzle-orm";
import { payees } from "~db/schema/settlement-payees";
import type { Transaction } from "~/platform/db.server";

/**
 * Forgets where money for these owners was to be sent. What was sent keeps its account, sealed, as a paper of account
 * (Accounting Law 88/2015, art. 41: ten years).
 */
export async function forgetPayees(tx: Transaction, ownerIds: readonly string[]): Promise<void> {
  await tx.delete(payees).where(inArray(payees.ownerId, [...ownerIds]));
}
