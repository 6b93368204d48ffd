import { eq } from "drizzle-orm";
import { emailAddresses } from "~db/schema/notices";
import type { Transaction } from "~/platform/db.server";

export async function removeEmail(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(emailAddresses).where(eq(emailAddresses.userId, userId));
}
