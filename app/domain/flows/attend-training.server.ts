import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { addAttendance, type AddAttendanceCode } from "~/domain/training/add-attendance.server";
import { findSessionByCode } from "~/domain/training/queries.server";
import { isHereOpen } from "~/domain/training/session-status";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * A household says that it is at the session whose sheet it reads, at its hours and by itself alone; said
 * twice it is there once.
 */
export async function attendTraining(
  actor: UserActor,
  scope: Scope,
  { householdId, code }: { householdId: string; code: string },
): Promise<Result<null, "training_not_found" | "training_not_today" | AddAttendanceCode>> {
  if (!isInScope(scope, householdId) || actor.role !== "household_member") {
    return fail("training_not_found");
  }
  return inTransaction(async (tx) => {
    const session = await findSessionByCode(code, tx);
    if (!session) return fail("training_not_found");
    if (!isHereOpen(session, now())) return fail("training_not_today");
    const added = await addAttendance(tx, {
      sessionId: session.id,
      way: "code",
      writerId: actor.userId,
      who: { householdId },
    });
    if (!added.ok) return added;
    if (added.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "training.attend",
        subject: { kind: "training_session", id: session.id },
        after: { householdId, way: "code" },
      });
    }
    return succeed(null);
  });
}
