import { eq } from "drizzle-orm";
import { sessions } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";

/** Signs a person out everywhere. */
export async function endSessions(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}
