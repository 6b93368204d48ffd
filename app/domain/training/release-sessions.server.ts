import { and, eq } from "drizzle-orm";
import { trainingSessions } from "~db/schema/training";
import type { Transaction } from "~/platform/db.server";

/** Sessions that are still planned lose this helper: the department keeps their lists, or names another. */
export async function releaseSessions(tx: Transaction, helperId: string): Promise<void> {
  await tx
    .update(trainingSessions)
    .set({ helperId: null })
    .where(and(eq(trainingSessions.helperId, helperId), eq(trainingSessions.status, "planned")));
}
