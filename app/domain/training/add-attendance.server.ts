import { and, eq } from "drizzle-orm";
import { trainingAttendances } from "~db/schema/training";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { findOwnAttendance } from "./queries-household.server";
import { LIST_MAX, type AttendanceWay } from "./session-status";

export type NewAttendance = {
  sessionId: string;
  way: AttendanceWay;
  writerId: string;
  who:
    | { householdId: string }
    /** `attendanceId` was made with the form, so that the form sent twice writes one person down. */
    | { attendanceId: string; name: string; phone: string | null };
};
type Added = { isNew: boolean; attendanceId: string };
export type AddAttendanceCode = "form_outdated" | "training_list_full";

/** Puts somebody on the list of a session that the caller has found open; who is on it already stays as they came. */
export async function addAttendance(
  tx: Transaction,
  { sessionId, way, writerId, who }: NewAttendance,
): Promise<Result<Added, AddAttendanceCode>> {
  const row = { sessionId, way, writerId, writtenAt: now() };
  if ("householdId" in who) {
    const { householdId } = who;
    const known = await findOwnAttendance(tx, { sessionId, householdId });
    if (known) return succeed({ isNew: false, attendanceId: known.id });
    if (await isFull(tx, sessionId)) return fail("training_list_full");
    const id = newId("tat");
    await tx.insert(trainingAttendances).values({ id, householdId, ...row });
    return succeed({ isNew: true, attendanceId: id });
  }
  const { attendanceId: id, name, phone } = who;
  const [same] = await tx
    .select({ sessionId: trainingAttendances.sessionId })
    .from(trainingAttendances)
    .where(eq(trainingAttendances.id, id))
    .limit(1);
  if (same && same.sessionId !== sessionId) return fail("form_outdated");
  if (same) return succeed({ isNew: false, attendanceId: id });
  const known = phone === null ? null : await findPerson(tx, { sessionId, phone });
  if (known) return succeed({ isNew: false, attendanceId: known.id });
  if (await isFull(tx, sessionId)) return fail("training_list_full");
  const person = { personName: name, personPhone: phone };
  await tx.insert(trainingAttendances).values({ id, ...person, ...row });
  return succeed({ isNew: true, attendanceId: id });
}

async function isFull(tx: Transaction, sessionId: string): Promise<boolean> {
  const isOn = eq(trainingAttendances.sessionId, sessionId);
  return (await tx.$count(trainingAttendances, isOn)) >= LIST_MAX;
}

async function findPerson(
  tx: Transaction,
  { sessionId, phone }: { sessionId: string; phone: string },
) {
  const [row] = await tx
    .select({ id: trainingAttendances.id })
    .from(trainingAttendances)
    .where(
      and(eq(trainingAttendances.sessionId, sessionId), eq(trainingAttendances.personPhone, phone)),
    )
    .limit(1);
  return row ?? null;
}
