import { and, eq, ne } from "drizzle-orm";
import { emailAddresses } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Where a person wants to be told; nothing goes there but the question whether it is theirs, until that is answered. */
export async function setEmail(
  tx: Transaction,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  const row = { email, enteredAt: now(), confirmedAt: null };
  await tx
    .insert(emailAddresses)
    .values({ userId, ...row })
    .onConflictDoNothing();
  // The same again keeps its answer.
  await tx
    .update(emailAddresses)
    .set(row)
    .where(and(eq(emailAddresses.userId, userId), ne(emailAddresses.email, email)));
}
