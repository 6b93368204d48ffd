import { and, eq, isNull } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";
import { TRIES_MAX } from "./phone-code-limits";

/** No other number that this person was about to change over to can be taken by the digits sent there. */
export async function voidPhoneChanges(tx: Transaction, userId: string): Promise<void> {
  const isTheirs = and(eq(phoneCodes.purpose, "change"), eq(phoneCodes.madeById, userId));
  await tx
    .update(phoneCodes)
    .set({ triedCount: TRIES_MAX })
    .where(and(isTheirs, isNull(phoneCodes.usedAt)));
}
