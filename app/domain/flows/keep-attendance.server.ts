import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  addAttendance,
  type AddAttendanceCode,
  type NewAttendance,
} from "~/domain/training/add-attendance.server";
import type { AttendanceForm } from "~/domain/training/forms";
import {
  findSession,
  listHouseholdIds,
  listHouseholdsOfPhone,
} from "~/domain/training/queries.server";
import { removeAttendance } from "~/domain/training/remove-attendance.server";
import { isListOpen } from "~/domain/training/session-status";
import type { SessionScope } from "~/domain/training/types";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type KeepListCode =
  | "training_not_found"
  | "training_list_closed"
  | "training_phone_households"
  | "training_ticks_missing"
  | AddAttendanceCode;
/** The entry of the household to which a phone that was written down belongs; null elsewhere. */
export type KeptList = { householdEntryId: string | null };

/** The department, or the helper whom a session names, puts its list right; each change is on record. */
export async function keepAttendance(
  actor: UserActor,
  scope: SessionScope,
  { sessionId, change }: { sessionId: string; change: AttendanceForm },
): Promise<Result<KeptList, KeepListCode>> {
  return inTransaction(async (tx) => {
    const session = await findSession(scope, sessionId, tx);
    if (!session) return fail("training_not_found");
    if (!isListOpen(session, localDateOf(now()), scope.kind)) return fail("training_list_closed");
    switch (change.intent) {
      case "tick":
        return tick(tx, actor, { sessionId, slugs: change.household });
      case "add":
        return writeDown(tx, actor, { sessionId, ...change, phone: change.phone ?? null });
      case "remove":
        return takeOff(tx, actor, { sessionId, attendanceId: change.attendanceId });
    }
  });
}

async function tick(
  tx: Transaction,
  actor: UserActor,
  { sessionId, slugs }: { sessionId: string; slugs: readonly string[] },
): Promise<Result<KeptList, KeepListCode>> {
  const found = await listHouseholdIds(tx, slugs);
  if (found.length === 0) return fail("training_ticks_missing");
  for (const { id } of found) {
    const put = await putOn(tx, actor, { sessionId, who: { householdId: id } });
    if (!put.ok) return put;
  }
  return succeed({ householdEntryId: null });
}

type Person = { sessionId: string; attendanceId: string; name: string; phone: string | null };

/** A phone that one household here has is that household's. */
async function writeDown(
  tx: Transaction,
  actor: UserActor,
  { sessionId, ...person }: Person,
): Promise<Result<KeptList, KeepListCode>> {
  const known = person.phone === null ? [] : await listHouseholdsOfPhone(tx, person.phone);
  if (known.length > 1) return fail("training_phone_households");
  const [household] = known;
  const who = household ? { householdId: household.id } : person;
  const put = await putOn(tx, actor, { sessionId, who });
  if (!put.ok) return put;
  return succeed({ householdEntryId: household ? put.value.attendanceId : null });
}

async function putOn(
  tx: Transaction,
  actor: UserActor,
  { sessionId, who }: Pick<NewAttendance, "sessionId" | "who">,
): Promise<Result<{ attendanceId: string }, AddAttendanceCode>> {
  const writerId = actor.userId;
  const added = await addAttendance(tx, { sessionId, way: "list", writerId, who });
  if (!added.ok) return added;
  const { attendanceId } = added.value;
  if (added.value.isNew) {
    // Of a person neither name nor phone: the list forgets them once the household is known.
    const householdId = "householdId" in who ? who.householdId : null;
    await recordAction(tx, {
      actor,
      action: "training.write_down",
      subject: { kind: "training_session", id: sessionId },
      after: { attendanceId, householdId, way: "list" },
    });
  }
  return succeed({ attendanceId });
}

async function takeOff(
  tx: Transaction,
  actor: UserActor,
  ids: { sessionId: string; attendanceId: string },
): Promise<Result<KeptList, KeepListCode>> {
  const removed = await removeAttendance(tx, ids);
  if (removed) {
    await recordAction(tx, {
      actor,
      action: "training.take_off",
      subject: { kind: "training_session", id: ids.sessionId },
      before: { attendanceId: ids.attendanceId, ...removed },
    });
  }
  return succeed({ householdEntryId: null });
}
