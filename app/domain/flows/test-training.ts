import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect } from "vitest";
import { auditEntries } from "~db/schema/audit";
import type { UserActor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import type { AttendanceForm } from "~/domain/training/forms";
import { findSheet } from "~/domain/training/queries.server";
import type { SessionPlan, SessionScope } from "~/domain/training/types";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { HOUR_MS, startOfDate, type LocalDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { keepAttendance } from "./keep-attendance.server";
import { planTraining } from "./plan-training.server";
import { insertTestHousehold, insertTestShop, insertTestUser, TEST_SHOP } from "./test-shop";

export const TODAY = "2026-11-22";
export const ALL: SessionScope = { kind: "all" };

/** Nine in the morning of that day. */
export const at = (date: LocalDate) => setClock(() => startOfDate(date) + 9 * HOUR_MS);
export const kept = (by: UserActor): SessionScope => ({ kind: "helper", helperId: by.userId });
export const person = (phone?: string, name = "Sùng Thị Mai"): AttendanceForm => ({
  intent: "add",
  attendanceId: newId("tat"),
  name,
  ...(phone === undefined ? {} : { phone }),
});
export const actionsOf = async (action: string) =>
  reader().$count(auditEntries, eq(auditEntries.action, action));

export let training: Awaited<ReturnType<typeof insertTestTraining>>;

/** A database of its own with it for each test of a file, at nine in the morning of `TODAY`. */
export function setUpTraining(): void {
  let close: () => void;
  beforeEach(async () => {
    close = openTestDatabase();
    at(TODAY);
    training = await insertTestTraining();
  });
  afterEach(() => {
    setClock();
    close();
  });
}

/** An officer, two helpers and a household with a member, and what they do with sessions, which name the first helper. */
async function insertTestTraining() {
  await insertTestShop();
  const householdId = await insertTestHousehold({ slug: "ho-mot", phone: "0912000001" });
  const scope: Scope = { kind: "households", householdIds: [householdId] };
  const actor = (userId: string, role: string): UserActor => ({ kind: "user", userId, role });
  const officer = actor(await insertTestUser({ role: "department_officer" }), "department_officer");
  const helper = actor(await insertTestUser({ role: "agent" }), "agent");
  const other = actor(await insertTestUser({ role: "agent" }), "agent");
  const member = actor(await insertTestUser({ householdId }), "household_member");
  const plan = (change: Partial<SessionPlan> = {}): SessionPlan => ({
    title: "Chụp ảnh và đăng bán",
    lessons: ["good_photo", "list_product"],
    communeCode: TEST_SHOP.communeCode,
    place: "Nhà văn hóa thôn",
    heldOn: TODAY,
    startsAt: "08:00",
    endsAt: "11:00",
    teacher: "Vàng Thị Mỷ",
    helperId: helper.userId,
    seatCount: 30,
    ...change,
  });
  const begin = async (change: Partial<SessionPlan> = {}) => {
    const sessionId = newId("trn");
    const planned = await planTraining(officer, ALL, { sessionId, ...plan(change) });
    expect(planned).toEqual({ ok: true, value: null });
    return { sessionId, code: present(await findSheet(ALL, sessionId), "planned").code };
  };
  /** By the first helper unless somebody else is named. */
  const change = (sessionId: string, form: AttendanceForm, by = helper) =>
    keepAttendance(by, by === officer ? ALL : kept(by), { sessionId, change: form });
  return { householdId, scope, officer, helper, other, member, plan, begin, change };
}
