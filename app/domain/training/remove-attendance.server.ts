import { and, eq } from "drizzle-orm";
import { trainingAttendances } from "~db/schema/training";
import type { Transaction } from "~/platform/db.server";
import type { AttendanceWay } from "./session-status";

export type Removed = { householdId: string | null; way: AttendanceWay; writerId: string | null };

/** Takes somebody off the list of a session that the caller has found open; null when nobody is there under this id. */
export async function removeAttendance(
  tx: Transaction,
  { sessionId, attendanceId }: { sessionId: string; attendanceId: string },
): Promise<Removed | null> {
  const isIt = and(
    eq(trainingAttendances.id, attendanceId),
    eq(trainingAttendances.sessionId, sessionId),
  );
  const [row] = await tx
    .select({
      householdId: trainingAttendances.householdId,
      way: trainingAttendances.way,
      writerId: trainingAttendances.writerId,
    })
    .from(trainingAttendances)
    .where(isIt)
    .limit(1);
  if (!row) return null;
  await tx.delete(trainingAttendances).where(isIt);
  return row;
}
