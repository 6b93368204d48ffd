import { and, eq, isNull } from "drizzle-orm";
import { entryCodes } from "~db/schema/households-entry";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { EntryRefuser } from "./entry-code-terms";

/** A household says that it asked for no such digits; answers whether it had not said so already. */
export async function noteEntryRefusal(
  tx: Transaction,
  input: { codeId: string; by: EntryRefuser; byId: string; reason: string | null },
): Promise<boolean> {
  const { codeId, by, byId, reason } = input;
  const refused = await tx
    .update(entryCodes)
    .set({ refusedAt: now(), refusedBy: by, refusedById: byId, refuseReason: reason })
    .where(and(eq(entryCodes.id, codeId), isNull(entryCodes.refusedAt)))
    .returning({ id: entryCodes.id });
  return refused.length > 0;
}
