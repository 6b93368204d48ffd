import { and, eq, ne } from "drizzle-orm";
import { emailAddresses } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import type { Transaction } from "~/platform/db.server";

/**
 * Where a person wants to be told; nothing goes there but the question whether it is theirs, until that
 * is answered.
 * @returns when the address was entered that stands now, by which that question knows whether it is still one
 */
export async function setEmail(
  tx: Transaction,
  { userId, email }: { userId: string; email: string },
): Promise<number> {
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
  const [stands] = await tx
    .select({ enteredAt: emailAddresses.enteredAt })
    .from(emailAddresses)
    .where(eq(emailAddresses.userId, userId))
    .limit(1);
  return present(stands, "an e-mail that was just set").enteredAt;
}
