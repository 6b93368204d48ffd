import { and, lte } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { SEND_WINDOW_MS } from "./phone-code-limits";

/** Forgets which phones were sent a code, once they need not be counted any more. */
export async function sweepPhoneCodes(tx: Transaction): Promise<void> {
  const isOld = lte(phoneCodes.sentAt, now() - SEND_WINDOW_MS);
  await tx.delete(phoneCodes).where(and(isOld, lte(phoneCodes.expiresAt, now())));
}
