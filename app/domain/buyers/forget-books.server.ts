import { eq } from "drizzle-orm";
import { addresses, wishes } from "~db/schema/buyers";
import type { Transaction } from "~/platform/db.server";

/** A person's addresses and saved products are gone. */
export async function forgetBooks(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(addresses).where(eq(addresses.userId, userId));
  await tx.delete(wishes).where(eq(wishes.userId, userId));
}
