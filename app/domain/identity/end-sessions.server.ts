import { and, eq, ne } from "drizzle-orm";
import { sessions } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";

/** Signs a person out everywhere, but for the session that asks (`sessionMark`) where one is kept. */
export async function endSessions(
  tx: Transaction,
  userId: string,
  keptMark?: string,
): Promise<void> {
  const isEnding = keptMark === undefined ? undefined : ne(sessions.id, keptMark);
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), isEnding));
}
