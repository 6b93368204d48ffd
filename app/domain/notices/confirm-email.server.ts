import { and, eq } from "drizzle-orm";
import { emailAddresses } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * Whoever reads this mailbox has said that it is theirs: this one, and no other that was entered meanwhile. Said again it
 * stays.
 */
export async function confirmEmail(
  tx: Transaction,
  { userId, email }: { userId: string; email: string },
): Promise<Result<null, "email_changed">> {
  const isThisOne = and(eq(emailAddresses.userId, userId), eq(emailAddresses.email, email));
  const confirmed = await tx
    .update(emailAddresses)
    .set({ confirmedAt: now() })
    .where(isThisOne)
    .returning({ userId: emailAddresses.userId });
  return confirmed.length === 0 ? fail("email_changed") : succeed(null);
}
