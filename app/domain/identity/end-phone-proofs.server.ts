import { and, eq, isNull, notInArray, or } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";
import { HANDED_TRIES_MAX } from "./phone-code-limits";

/**
 * No code that was sent to this phone proves anything any more, in whatever browser it was typed, and none that was handed
 * over lets anybody in. One of these that was used stays used, and so does one by which somebody changed over to the phone.
 */
export async function endPhoneProofs(tx: Transaction, phone: string): Promise<void> {
  const isNotSpent = or(
    notInArray(phoneCodes.purpose, ["handed", "change"]),
    isNull(phoneCodes.usedAt),
  );
  await tx
    .update(phoneCodes)
    .set({ usedAt: null, triedCount: HANDED_TRIES_MAX })
    .where(and(eq(phoneCodes.phone, phone), isNotSpent));
}
