import { and, isNotNull, lte } from "drizzle-orm";
import { phoneChanges } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { OLD_PHONE_KEPT_MS } from "./phone-code-limits";

/** Forgets the numbers of changes that were long ago; that they were made stays, with their last three digits. */
export async function eraseOldPhones(tx: Transaction): Promise<void> {
  const isOld = lte(phoneChanges.changedAt, now() - OLD_PHONE_KEPT_MS);
  await tx
    .update(phoneChanges)
    .set({ oldPhone: null, newPhone: null })
    .where(and(isOld, isNotNull(phoneChanges.oldPhone)));
}
