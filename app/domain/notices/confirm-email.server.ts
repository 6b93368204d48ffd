import { and, eq, isNull } from "drizzle-orm";
import { emailAddresses } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Whoever reads this mailbox has said that it is theirs. */
export async function confirmEmail(tx: Transaction, userId: string): Promise<void> {
  await tx
    .update(emailAddresses)
    .set({ confirmedAt: now() })
    .where(and(eq(emailAddresses.userId, userId), isNull(emailAddresses.confirmedAt)));
}
