import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** A row that others name stays without anything of the person; no password opens it, and the phone is free again. */
export async function forgetPerson(tx: Transaction, userId: string): Promise<void> {
  await tx
    .update(users)
    .set({ phone: userId, fullName: "", passwordHash: "", language: "vi", deletedAt: now() })
    .where(eq(users.id, userId));
}
