import { and, eq } from "drizzle-orm";
import { addresses } from "~db/schema/buyers";
import type { Transaction } from "~/platform/db.server";

/** Addresses in somebody's book that name the number `from` name `to`; both are ten digits. */
export async function moveAddressPhones(
  tx: Transaction,
  { userId, from, to }: { userId: string; from: string; to: string },
): Promise<void> {
  const isTheirs = and(eq(addresses.userId, userId), eq(addresses.phone, from));
  await tx.update(addresses).set({ phone: to }).where(isTheirs);
}
