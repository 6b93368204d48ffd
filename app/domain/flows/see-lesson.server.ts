import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { LessonName } from "~/domain/training/lessons";
import { noteLessonSeen } from "~/domain/training/note-lesson-seen.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A household says that it has been through a lesson. */
export async function seeLesson(
  actor: UserActor,
  scope: Scope,
  { householdId, lesson }: { householdId: string; lesson: LessonName },
): Promise<Result<null, "household_not_found">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  return inTransaction(async (tx) => {
    const isNew = await noteLessonSeen(tx, { householdId, lesson });
    if (isNew) {
      await recordAction(tx, {
        actor,
        action: "training.see_lesson",
        subject: { kind: "household", id: householdId },
        after: { lesson },
      });
    }
    return succeed(null);
  });
}
