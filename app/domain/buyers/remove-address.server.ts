import { and, eq } from "drizzle-orm";
import { addresses } from "~db/schema/buyers";
import type { Transaction } from "~/platform/db.server";

/** Takes an address out of its owner's book; orders that went there are none of its business. */
export async function removeAddress(
  tx: Transaction,
  { userId, addressId }: { userId: string; addressId: string },
): Promise<void> {
  await tx.delete(addresses).where(and(eq(addresses.id, addressId), eq(addresses.userId, userId)));
}
