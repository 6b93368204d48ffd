import { eq } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";
import { TRIES_MAX } from "./phone-code-limits";

/** No code that was sent to this phone proves anything any more, in whatever browser it was typed. */
export async function endPhoneProofs(tx: Transaction, phone: string): Promise<void> {
  await tx
    .update(phoneCodes)
    .set({ usedAt: null, triedCount: TRIES_MAX })
    .where(eq(phoneCodes.phone, phone));
}
