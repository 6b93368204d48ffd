import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lessonViews, trainingEvents } from "~db/schema/training";
import type { Scope } from "~/domain/identity/scope";
import { newSessionForm } from "~/domain/training/forms";
import {
  listAttendedSessions,
  listComingSessions,
  listSeenLessons,
} from "~/domain/training/queries-household.server";
import { findSession } from "~/domain/training/queries.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { attendTraining } from "./attend-training.server";
import { changeTraining } from "./change-training.server";
import { moveTraining } from "./move-training.server";
import { planTraining } from "./plan-training.server";
import { seeLesson } from "./see-lesson.server";
import { insertTestHousehold, TEST_SHOP } from "./test-shop";
import {
  actionsOf,
  ALL,
  at,
  insertTestTraining,
  kept,
  person,
  TODAY,
  type TestTraining,
} from "./test-training";

let close: () => void;
let training: TestTraining;

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  training = await insertTestTraining();
});
afterEach(() => {
  setClock();
  close();
});

describe("a session", () => {
  it("is planned once by a form that is sent twice, in this province, with a helper there is", async () => {
    const { officer, member, plan } = training;
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
    const { plan } = training;
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
    const { householdId, scope, officer, member, plan, begin } = training;
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
    const { officer, helper, begin, change } = training;
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

it("shows a household what comes, its own commune first, without the code, and where it was", async () => {
  const { householdId, scope, member, begin } = training;
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
  const { householdId, scope, member } = training;
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
