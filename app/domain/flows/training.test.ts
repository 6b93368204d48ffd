import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { productEvents } from "~db/schema/catalog";
import { householdEvents } from "~db/schema/households";
import {
  lessonViews,
  trainingAttendances,
  trainingEvents,
  trainingSessions,
} from "~db/schema/training";
import type { UserActor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import type { AttendanceForm } from "~/domain/training/forms";
import { newSessionForm } from "~/domain/training/forms";
import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import {
  listAttendedSessions,
  listComingSessions,
  listSeenLessons,
} from "~/domain/training/queries-household.server";
import {
  findSession,
  findSessionCode,
  listAttendances,
  searchHouseholds,
} from "~/domain/training/queries.server";
import type { SessionPlan, SessionScope } from "~/domain/training/types";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { addDays, DAY_MS, HOUR_MS, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { attendTraining } from "./attend-training.server";
import { changeTraining } from "./change-training.server";
import { keepAttendance } from "./keep-attendance.server";
import { moveTraining } from "./move-training.server";
import { planTraining } from "./plan-training.server";
import { registerHelped } from "./register-helped.server";
import { registerHousehold } from "./register-household.server";
import { seeLesson } from "./see-lesson.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  TEST_SHOP,
} from "./test-shop";

const TODAY = "2026-11-22";
const ALL: SessionScope = { kind: "all" };

let close: () => void;
let officer: UserActor;
let helper: UserActor;
let other: UserActor;
let member: UserActor;
let householdId: string;
let scope: Scope;

const at = (date: string) => setClock(() => startOfDate(date) + 9 * HOUR_MS);

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  await insertTestShop();
  householdId = await insertTestHousehold({ slug: "ho-mot", phone: "0912000001" });
  scope = { kind: "households", householdIds: [householdId] };
  const actor = (userId: string, role: string): UserActor => ({ kind: "user", userId, role });
  officer = actor(await insertTestUser({ role: "department_officer" }), "department_officer");
  helper = actor(await insertTestUser({ role: "agent" }), "agent");
  other = actor(await insertTestUser({ role: "agent" }), "agent");
  member = actor(await insertTestUser({ householdId }), "household_member");
});
afterEach(() => {
  setClock();
  close();
});

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

async function begin(change: Partial<SessionPlan> = {}) {
  const sessionId = newId("trn");
  expect(await planTraining(officer, { sessionId, ...plan(change) })).toEqual({
    ok: true,
    value: null,
  });
  return { sessionId, code: present(await findSessionCode(ALL, sessionId), "planned") };
}

const kept = (by: UserActor): SessionScope => ({ kind: "helper", helperId: by.userId });
const change = (sessionId: string, form: AttendanceForm, by = helper) =>
  keepAttendance(by, by === officer ? ALL : kept(by), { sessionId, change: form });
const person = (phone?: string, name = "Sùng Thị Mai"): AttendanceForm => ({
  intent: "add",
  attendanceId: newId("tat"),
  name,
  ...(phone === undefined ? {} : { phone }),
});
const actionsOf = async (action: string) =>
  reader().$count(auditEntries, eq(auditEntries.action, action));

describe("a session", () => {
  it("is planned once by a form that is sent twice, in this province, with a helper there is", async () => {
    const sessionId = newId("trn");
    await planTraining(officer, { sessionId, ...plan() });
    await planTraining(officer, { sessionId, ...plan({ title: "Một lớp khác" }) });
    expect((await findSession(ALL, sessionId))?.title).toBe("Chụp ảnh và đăng bán");
    expect(await actionsOf("training.plan")).toBe(1);
    const elsewhere = plan({ communeCode: TEST_SHOP.elsewhereCommuneCode });
    expect(await planTraining(officer, { sessionId: newId("trn"), ...elsewhere })).toMatchObject({
      code: "commune_elsewhere",
    });
    const strange = plan({ helperId: member.userId });
    expect(await planTraining(officer, { sessionId: newId("trn"), ...strange })).toMatchObject({
      code: "helper_unknown",
    });
  });

  it("takes a form with a day, hours in their order and a number of seats", () => {
    const parse = (typed: Record<string, unknown>) =>
      newSessionForm(TODAY).safeParse({
        sessionId: newId("trn"),
        ...plan(),
        helperId: undefined,
        seatCount: undefined,
        ...typed,
      });
    const codesOf = (typed: Record<string, unknown>) =>
      (parse(typed).error?.issues ?? []).map((issue) => issue.message);
    expect(parse({})).toMatchObject({ success: true, data: { helperId: null, seatCount: null } });
    expect(codesOf({ heldOn: addDays(TODAY, -60) })).toEqual([]);
    expect(codesOf({ heldOn: addDays(TODAY, -61) })).toEqual(["training_day_past"]);
    expect(codesOf({ heldOn: addDays(TODAY, 367) })).toEqual(["training_day_far"]);
    expect(codesOf({ endsAt: "08:00" })).toEqual(["training_ends_before"]);
    expect(codesOf({ endsAt: "25:00" })).toEqual(["training_hour_missing"]);
    expect(codesOf({ heldOn: "" })).toEqual(["training_day_missing"]);
    expect(codesOf({ heldOn: "", startsAt: "8h" })).toEqual([
      "training_day_missing",
      "training_hour_missing",
    ]);
    expect(codesOf({ seatCount: "0" })).toEqual(["training_seats_invalid"]);
    expect(parse({ seatCount: "40" }).data?.seatCount).toBe(40);
  });

  it("may be changed until it is over; its day stands once somebody was there", async () => {
    const { sessionId, code } = await begin();
    expect(
      await changeTraining(officer, { sessionId, ...plan({ heldOn: addDays(TODAY, 1) }) }),
    ).toMatchObject({ ok: true });
    expect(await attendTraining(member, scope, { householdId, code })).toMatchObject({
      code: "training_not_today",
    });
    await changeTraining(officer, { sessionId, ...plan() });
    expect(await attendTraining(member, scope, { householdId, code })).toMatchObject({ ok: true });
    const moved = await changeTraining(officer, {
      sessionId,
      ...plan({ heldOn: addDays(TODAY, 1) }),
    });
    expect(moved).toMatchObject({ code: "training_day_stands" });
    expect(
      await changeTraining(officer, { sessionId, ...plan({ title: "Tên mới" }) }),
    ).toMatchObject({ ok: true });
    expect(await moveTraining(officer, ALL, { sessionId, to: "held" })).toMatchObject({ ok: true });
    expect(await changeTraining(officer, { sessionId, ...plan() })).toMatchObject({
      code: "training_over",
    });
    expect(await changeTraining(officer, { sessionId: "trn_khong", ...plan() })).toMatchObject({
      code: "training_not_found",
    });
  });

  it("is called off with a reason while nobody was there, and closed from its day on", async () => {
    const { sessionId } = await begin({ heldOn: addDays(TODAY, 1) });
    expect(await moveTraining(helper, kept(helper), { sessionId, to: "held" })).toMatchObject({
      code: "training_not_begun",
    });
    const off = { sessionId, to: "cancelled", reason: "Mưa lũ" } as const;
    expect(await moveTraining(officer, ALL, off)).toMatchObject({ ok: true });
    expect(await moveTraining(officer, ALL, off)).toMatchObject({ ok: true });
    expect(await actionsOf("training.cancel")).toBe(1);
    expect(await reader().$count(trainingEvents)).toBe(2);
    at(addDays(TODAY, 1));
    expect(await moveTraining(officer, ALL, { sessionId, to: "held" })).toMatchObject({
      code: "training_over",
    });
    expect(await change(sessionId, person())).toMatchObject({ code: "training_list_closed" });
    const second = await begin({ heldOn: addDays(TODAY, 1) });
    await change(second.sessionId, person());
    const late = { ...off, sessionId: second.sessionId };
    expect(await moveTraining(officer, ALL, late)).toMatchObject({ code: "training_has_list" });
  });
});

describe("a household says that it is there", () => {
  it("by the code of the sheet, once however often, and on the day alone", async () => {
    const { sessionId, code } = await begin();
    const there = { householdId, code };
    at(addDays(TODAY, -1));
    expect(await attendTraining(member, scope, there)).toMatchObject({
      code: "training_not_today",
    });
    at(addDays(TODAY, 1));
    expect(await attendTraining(member, scope, there)).toMatchObject({
      code: "training_not_today",
    });
    at(TODAY);
    expect(await attendTraining(member, scope, there)).toMatchObject({ ok: true });
    expect(await attendTraining(member, scope, there)).toMatchObject({ ok: true });
    const [entry, ...rest] = await listAttendances(sessionId);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ way: "code", household: { slug: "ho-mot" }, personName: null });
    expect(await actionsOf("training.attend")).toBe(1);
  });

  it("for itself and nobody else, and not by its helper", async () => {
    const { code } = await begin();
    const stranger = await insertTestHousehold();
    expect(await attendTraining(member, scope, { householdId: stranger, code })).toMatchObject({
      code: "training_not_found",
    });
    const acting = { ...helper, onBehalfOfId: householdId };
    expect(await attendTraining(acting, scope, { householdId, code })).toMatchObject({
      code: "training_not_found",
    });
    expect(await attendTraining(member, scope, { householdId, code: "TH-2222222" })).toMatchObject({
      code: "training_not_found",
    });
    expect(await reader().$count(trainingAttendances)).toBe(0);
  });
});

describe("the list", () => {
  it("is kept by the helper whom the session names and by the department, and by no other helper", async () => {
    const { sessionId } = await begin();
    const tick: AttendanceForm = { intent: "tick", household: ["ho-mot"] };
    expect(await change(sessionId, tick, other)).toMatchObject({ code: "training_not_found" });
    expect(await moveTraining(other, kept(other), { sessionId, to: "held" })).toMatchObject({
      code: "training_not_found",
    });
    expect(await change(sessionId, tick)).toMatchObject({ ok: true });
    expect(await change(sessionId, tick, officer)).toMatchObject({ ok: true });
    const [entry] = await listAttendances(sessionId);
    expect(entry).toMatchObject({ way: "list", household: { slug: "ho-mot" } });
    expect(await searchHouseholds(sessionId, { name: "hộ một", phone: null })).toMatchObject([
      { slug: "ho-mot", isListed: true },
    ]);
    expect(
      await change(sessionId, { intent: "remove", attendanceId: present(entry, "listed").id }),
    ).toMatchObject({ ok: true });
    expect(await listAttendances(sessionId)).toEqual([]);
    expect(await actionsOf("training.take_off")).toBe(1);
  });

  it("does not reach the entries of another session", async () => {
    const mine = await begin();
    const theirs = await begin({ helperId: other.userId });
    const added = person();
    await change(theirs.sessionId, added, other);
    const id = added.intent === "add" ? added.attendanceId : "";
    expect(await change(mine.sessionId, { intent: "remove", attendanceId: id })).toMatchObject({
      ok: true,
    });
    expect(await change(mine.sessionId, added)).toMatchObject({ code: "form_outdated" });
    expect(await listAttendances(theirs.sessionId)).toHaveLength(1);
    expect(await listAttendances(mine.sessionId)).toEqual([]);
  });

  it("is not written before its day, and stands once it is closed", async () => {
    const { sessionId } = await begin();
    at(addDays(TODAY, -1));
    expect(await change(sessionId, person())).toMatchObject({ code: "training_list_closed" });
    at(addDays(TODAY, 20)); // paper comes later
    const added = person();
    expect(await change(sessionId, added)).toMatchObject({ ok: true });
    await moveTraining(helper, kept(helper), { sessionId, to: "held" });
    const id = added.intent === "add" ? added.attendanceId : "";
    expect(await change(sessionId, { intent: "remove", attendanceId: id })).toMatchObject({
      code: "training_list_closed",
    });
    const erase = inTransaction(async (tx) => tx.delete(trainingAttendances));
    await expect(erase).rejects.toThrow();
    const rename = inTransaction(async (tx) => tx.update(trainingSessions).set({ title: "Khác" }));
    await expect(rename).rejects.toThrow();
  });

  it("writes a person down once, takes a known phone for its household, and asks where there are two", async () => {
    const { sessionId } = await begin();
    const first = person("0987000111");
    await change(sessionId, first);
    await change(sessionId, first);
    await change(sessionId, person("0987000111", "Tên khác"));
    await change(sessionId, person());
    await change(sessionId, person());
    expect(await listAttendances(sessionId)).toHaveLength(3);
    const known = await change(sessionId, person("0912000001"));
    const entries = await listAttendances(sessionId);
    const entryId = known.ok ? known.value.householdEntryId : null;
    expect(entries.find((one) => one.id === entryId)?.household?.slug).toBe("ho-mot");
    await insertTestHousehold({ phone: "0912000001" });
    expect(await change(sessionId, person("0912000001"))).toMatchObject({
      code: "training_phone_households",
    });
    const text = JSON.stringify(await reader().select().from(auditEntries));
    expect(text).not.toContain("0987000111");
    expect(text).not.toContain("Sùng Thị Mai");
  });

  it("finds by name only households that buyers may read of, and by phone all", async () => {
    const { sessionId } = await begin();
    await insertTestHousehold({ slug: "ho-an-danh", status: "pending", phone: "0912000009" });
    expect(await searchHouseholds(sessionId, { name: "an danh", phone: null })).toEqual([]);
    expect(await searchHouseholds(sessionId, { name: "", phone: "0912000009" })).toHaveLength(1);
    expect(await searchHouseholds(sessionId, { name: "h", phone: null })).toEqual([]);
    expect(await searchHouseholds(sessionId, { name: "%", phone: null })).toEqual([]);
  });
});

describe("a person who was written down", () => {
  const form = {
    name: "Hộ bà Mỷ",
    kind: "household",
    contactName: "Vàng Thị Mỷ",
    communeCode: TEST_SHOP.communeCode,
    addressLine: "Thôn Lô Lô Chải",
    story: "",
    consent: "on",
  } as const;

  it.each(["by itself", "by a helper"])(
    "is the household that registers with the phone, %s",
    async (by) => {
      const { sessionId } = await begin();
      const phone = "0987000222";
      await change(sessionId, person(phone));
      await moveTraining(helper, kept(helper), { sessionId, to: "held" });
      if (by === "by a helper") {
        expect(
          await registerHelped(other, { ...form, phone, consent: true } as never),
        ).toMatchObject({ ok: true });
      } else {
        const { consent: _, ...told } = form;
        expect(
          await registerHousehold({
            ...told,
            phone,
            password: "mat-khau-dai",
            termsNumber: null,
            language: "vi",
            clientNetwork: "::1",
            deviceToken: null,
          }),
        ).toMatchObject({ ok: true });
      }
      const [entry] = await listAttendances(sessionId);
      expect(entry).toMatchObject({
        household: { name: "Hộ bà Mỷ" },
        personName: null,
        personPhone: null,
        way: "list",
      });
      expect(await actionsOf("training.join")).toBe(1);
      expect(JSON.stringify(await reader().select().from(trainingAttendances))).not.toContain(
        phone,
      );
    },
  );
});

it("shows a household what comes, its own commune first, without the code, and where it was", async () => {
  await begin({ communeCode: TEST_SHOP.secondCommuneCode, heldOn: addDays(TODAY, 1), title: "Xa" });
  await begin({ heldOn: addDays(TODAY, 5), title: "Gần" });
  await begin({ heldOn: addDays(TODAY, -1), title: "Đã qua" });
  const { code } = await begin();
  await attendTraining(member, scope, { householdId, code });
  const coming = await listComingSessions(scope, householdId);
  expect(coming.map((one) => one.title)).toEqual(["Chụp ảnh và đăng bán", "Gần", "Xa"]);
  expect(JSON.stringify(coming)).not.toContain("TH-");
  expect(await listAttendedSessions(scope, householdId)).toMatchObject([{ way: "code" }]);
  const stranger: Scope = { kind: "households", householdIds: [] };
  expect(await listComingSessions(stranger, householdId)).toEqual([]);
  expect(await listAttendedSessions(stranger, householdId)).toEqual([]);
});

it("notes a lesson once, for a household of the scope", async () => {
  await seeLesson(member, scope, { householdId, lesson: "good_photo" });
  await seeLesson(member, scope, { householdId, lesson: "good_photo" });
  expect(await listSeenLessons(scope, householdId)).toEqual(["good_photo"]);
  expect(await actionsOf("training.see_lesson")).toBe(1);
  const stranger = await insertTestHousehold();
  expect(await seeLesson(member, scope, { householdId: stranger, lesson: "papers" })).toMatchObject(
    { code: "household_not_found" },
  );
  expect(await reader().$count(lessonViews)).toBe(1);
});

it("counts what came of it as households list and sell", async () => {
  const { sessionId, code } = await begin();
  await attendTraining(member, scope, { householdId, code });
  await change(sessionId, person());
  const event = async (daysAfter: number, kind: "joined" | "listed") => {
    const occurredAt = now() + daysAfter * DAY_MS;
    await inTransaction(async (tx) => {
      if (kind === "joined") {
        const id = newId("hev");
        await tx
          .insert(householdEvents)
          .values({ id, householdId, toStatus: "approved", occurredAt });
      } else {
        const id = newId("pev");
        await tx.insert(productEvents).values({ id, productId, toStatus: "published", occurredAt });
      }
    });
  };
  const productId = await insertTestProduct({ householdId });
  await event(-200, "joined");
  const { total, ofSession } = await loadOutcomes(ALL);
  expect(total).toMatchObject({
    households: 1,
    persons: 1,
    joined: { before: 1 },
    listed: { waiting: 1 },
    sold: { waiting: 1 },
  });
  expect(ofSession(sessionId)).toEqual(total);
  await event(3, "listed");
  at(addDays(TODAY, 4));
  expect((await loadOutcomes(kept(helper))).total).toMatchObject({
    listed: { within: 1, waiting: 0 },
  });
  expect((await loadOutcomes(kept(other))).total).toMatchObject({ households: 0, persons: 0 });
  at(addDays(TODAY, 90));
  expect((await loadOutcomes(ALL)).total).toMatchObject({
    listed: { within: 1 },
    sold: { not: 1, waiting: 0 },
  });
});
