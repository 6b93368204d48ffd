import { lessonViews } from "~db/schema/training";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { LessonName } from "./lessons";

/** A household says that it has been through a lesson; false when it has said so before. */
export async function noteLessonSeen(
  tx: Transaction,
  { householdId, lesson }: { householdId: string; lesson: LessonName },
): Promise<boolean> {
  const written = await tx
    .insert(lessonViews)
    .values({ householdId, lesson, seenAt: now() })
    .onConflictDoNothing()
    .returning({ lesson: lessonViews.lesson });
  return written.length > 0;
}
