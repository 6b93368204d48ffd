import { and, eq, isNull } from "drizzle-orm";
import { entryCodes } from "~db/schema/households-entry";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Somebody has come in by these digits, which they do once. */
export async function useEntryCode(tx: Transaction, codeId: string): Promise<void> {
  await tx
    .update(entryCodes)
    .set({ usedAt: now() })
    .where(and(eq(entryCodes.id, codeId), isNull(entryCodes.usedAt)));
}
