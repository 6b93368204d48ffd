import { eq } from "drizzle-orm";
import { phoneChanges, phoneCodes, users } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { endPhoneProofs } from "./end-phone-proofs.server";
import { phoneMark } from "./phone-mark.server";

/** A row that others name stays without anything of the person; no password opens it, and the phone is free again. */
export async function forgetPerson(tx: Transaction, userId: string): Promise<void> {
  const [user] = await tx
    .select({ phone: users.phone })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  if (user) {
    await endPhoneProofs(tx, user.phone);
    // What was sent to it counts on, or whoever opens and deletes accounts with a number has no limit.
    await tx
      .update(phoneCodes)
      .set({ phone: phoneMark(user.phone) })
      .where(eq(phoneCodes.phone, user.phone));
  }
  await tx
    .update(phoneChanges)
    .set({ oldPhone: null, newPhone: null })
    .where(eq(phoneChanges.userId, userId));
  await tx
    .update(users)
    .set({
      phone: userId,
      fullName: "",
      passwordHash: "",
      phoneProvenAt: null,
      seenAt: null,
      language: "vi",
      deletedAt: now(),
    })
    .where(eq(users.id, userId));
}
