import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";

/** A buyer who sells from now on. */
export async function becomeMember(tx: Transaction, userId: string): Promise<void> {
  await tx.update(users).set({ role: "household_member" }).where(eq(users.id, userId));
}
