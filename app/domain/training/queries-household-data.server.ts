import { asc, eq } from "drizzle-orm";
import { lessonViews, trainingAttendances, trainingSessions } from "~db/schema/training";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";

const ROWS_MAX = 5_000;

/** Which sessions and lessons a household went through, for itself to take away; it was found in the scope. */
export async function loadTrainingFacts(householdId: string) {
  const attended = await reader()
    .select({
      title: trainingSessions.title,
      heldOn: trainingSessions.heldOn,
      way: trainingAttendances.way,
      writtenAt: trainingAttendances.writtenAt,
    })
    .from(trainingAttendances)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingAttendances.sessionId))
    .where(eq(trainingAttendances.householdId, householdId))
    .orderBy(asc(trainingSessions.heldOn))
    .limit(ROWS_MAX);
  const seen = await reader()
    .select({ lesson: lessonViews.lesson, seenAt: lessonViews.seenAt })
    .from(lessonViews)
    .where(eq(lessonViews.householdId, householdId))
    .orderBy(asc(lessonViews.seenAt))
    .limit(ROWS_MAX);
  return {
    training: attended.map(({ writtenAt, ...one }) => ({
      ...one,
      writtenAt: isoInstant(writtenAt),
    })),
    lessons: seen.map(({ lesson, seenAt }) => ({ lesson, seenAt: isoInstant(seenAt) })),
  };
}
