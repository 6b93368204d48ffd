import { eq } from "drizzle-orm";
import { trainingAttendances } from "~db/schema/training";
import type { Transaction } from "~/platform/db.server";

const SESSIONS_MAX = 200;

/** Who was written down with this phone is that household from now on, and name and phone go. Answers at which sessions. */
export async function joinAttendances(
  tx: Transaction,
  { phone, householdId }: { phone: string; householdId: string },
): Promise<string[]> {
  const rows = await tx
    .select({ sessionId: trainingAttendances.sessionId })
    .from(trainingAttendances)
    .where(eq(trainingAttendances.personPhone, phone))
    .limit(SESSIONS_MAX);
  if (rows.length === 0) return [];
  await tx
    .update(trainingAttendances)
    .set({ householdId, personName: null, personPhone: null })
    .where(eq(trainingAttendances.personPhone, phone));
  return rows.map((row) => row.sessionId);
}
