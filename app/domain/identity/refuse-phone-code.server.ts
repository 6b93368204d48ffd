import { and, eq, isNull } from "drizzle-orm";
import { phoneCodes } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";

/** The message of a code reached nobody: its digits are good for no time, until they are sent once more. */
export async function refusePhoneCode(
  tx: Transaction,
  { codeId, sending }: { codeId: string; sending: number },
): Promise<void> {
  await tx
    .update(phoneCodes)
    .set({ expiresAt: phoneCodes.sentAt })
    .where(
      and(eq(phoneCodes.id, codeId), eq(phoneCodes.sentCount, sending), isNull(phoneCodes.usedAt)),
    );
}
