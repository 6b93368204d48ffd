import { eq } from "drizzle-orm";
import { phoneCodes, users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** A row that others name stays without anything of the person; no password opens it, and the phone is free again. */
export async function forgetPerson(tx: Transaction, userId: string): Promise<void> {
  const [user] = await tx
    .select({ phone: users.phone })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  if (user) await tx.delete(phoneCodes).where(eq(phoneCodes.phone, user.phone));
  await tx
    .update(users)
    .set({
      phone: userId,
      fullName: "",
      passwordHash: "",
      phoneProvenAt: null,
      language: "vi",
      deletedAt: now(),
    })
    .where(eq(users.id, userId));
}
