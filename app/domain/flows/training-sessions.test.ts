import { describe, expect, it } from "vitest";
import { lessonViews, trainingEvents, trainingSessions } from "~db/schema/training";
import type { Scope } from "~/domain/identity/scope";
import { newSessionForm } from "~/domain/training/forms";
import {
  listAttendedSessions,
  listComingSessions,
  listSeenLessons,
} from "~/domain/training/queries-household.server";
import { findSession } from "~/domain/training/queries.server";
import { reader, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, startOfDate } from "~/platform/period";
import { listPublicSessions } from "~/domain/training/queries-public.server";
import type { SessionPlan } from "~/domain/training/types";
import { insertTestConsent } from "./test-consent";
import { attendTraining } from "./attend-training.server";
import { changeTraining } from "./change-training.server";
import { moveTraining } from "./move-training.server";
import { planTraining } from "./plan-training.server";
import { seeLesson } from "./see-lesson.server";
import { insertTestHousehold, TEST_SHOP } from "./test-shop";
import { actionsOf, ALL, at, kept, person, TODAY, setUpTraining, training } from "./test-training";

setUpTraining();

describe("a session", () => {
  it("is planned once by a form that is sent twice, in this province, with a helper there is", async () => {
    const { officer, member, plan } = training;
    const sessionId = newId("trn");
    await planTraining(officer, ALL, { sessionId, ...plan() });
    await planTraining(officer, ALL, { sessionId, ...plan({ title: "Một lớp khác" }) });
    expect((await findSession(ALL, sessionId))?.title).toBe("Chụp ảnh và đăng bán");
    expect(await actionsOf("training.plan")).toBe(1);
    const elsewhere = plan({ communeCode: TEST_SHOP.elsewhereCommuneCode });
    expect(
      await planTraining(officer, ALL, { sessionId: newId("trn"), ...elsewhere }),
    ).toMatchObject({
      code: "commune_elsewhere",
    });
    const strange = plan({ helperId: member.userId });
    expect(await planTraining(officer, ALL, { sessionId: newId("trn"), ...strange })).toMatchObject(
      {
        code: "helper_unknown",
      },
    );
  });

  it("takes a form with a day, hours in their order and a number of seats", () => {
    const { plan } = training;
    const parse = (typed: Record<string, unknown>) =>
      newSessionForm(TODAY, "all").safeParse({
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
      await changeTraining(officer, ALL, { sessionId, ...plan({ heldOn: addDays(TODAY, 1) }) }),
    ).toMatchObject({ ok: true });
    expect(await attendTraining(member, scope, { householdId, code })).toMatchObject({
      code: "training_not_today",
    });
    await changeTraining(officer, ALL, { sessionId, ...plan() });
    expect(await attendTraining(member, scope, { householdId, code })).toMatchObject({ ok: true });
    const moved = await changeTraining(officer, ALL, {
      sessionId,
      ...plan({ heldOn: addDays(TODAY, 1) }),
    });
    expect(moved).toMatchObject({ code: "training_day_stands" });
    expect(
      await changeTraining(officer, ALL, { sessionId, ...plan({ title: "Tên mới" }) }),
    ).toMatchObject({ ok: true });
    expect(await moveTraining(officer, ALL, { sessionId, to: "held" })).toMatchObject({ ok: true });
    expect(await changeTraining(officer, ALL, { sessionId, ...plan() })).toMatchObject({
      code: "training_over",
    });
    expect(await changeTraining(officer, ALL, { sessionId: "trn_khong", ...plan() })).toMatchObject(
      {
        code: "training_not_found",
      },
    );
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

describe("a closed list", () => {
  const reopen = (sessionId: string) =>
    ({ sessionId, to: "planned", reason: "Danh sách giấy về sau" }) as const;

  it("is opened again by the department within 7 days, with a reason on record, and nothing else changes", async () => {
    const { officer, helper, begin, change } = training;
    const { sessionId } = await begin();
    const closed = { sessionId, to: "held" } as const;
    expect(await moveTraining(helper, kept(helper), closed)).toMatchObject({ ok: true });
    expect(await moveTraining(helper, kept(helper), reopen(sessionId))).toMatchObject({
      code: "training_not_found",
    });
    at(addDays(TODAY, 7));
    expect(await moveTraining(officer, ALL, reopen(sessionId))).toMatchObject({ ok: true });
    expect(await moveTraining(officer, ALL, reopen(sessionId))).toMatchObject({ ok: true });
    expect(await actionsOf("training.reopen")).toBe(1);
    expect(await change(sessionId, person())).toMatchObject({ ok: true });
    expect(await findSession(ALL, sessionId)).toMatchObject({
      status: "planned",
      statusReason: null,
    });
    await moveTraining(officer, ALL, closed);
    const [last] = (await reader().select().from(trainingEvents)).slice(-2);
    expect(last).toMatchObject({ fromStatus: "held", reason: "Danh sách giấy về sau" });
    at(addDays(TODAY, 15));
    expect(await moveTraining(officer, ALL, reopen(sessionId))).toMatchObject({
      code: "training_reopen_late",
    });
    const renamed = inTransaction(async (tx) =>
      tx.update(trainingSessions).set({ status: "planned", title: "Khác" }),
    );
    await expect(renamed).rejects.toThrow();
  });

  it("is not opened again when nobody could write it, nor where the session was called off", async () => {
    const { officer, begin } = training;
    const { sessionId } = await begin();
    at(addDays(TODAY, 61));
    await moveTraining(officer, ALL, { sessionId, to: "held" });
    expect(await moveTraining(officer, ALL, reopen(sessionId))).toMatchObject({
      code: "training_reopen_late",
    });
    at(TODAY);
    const second = await begin();
    await moveTraining(officer, ALL, { ...second, to: "cancelled", reason: "Mưa lũ" });
    expect(await moveTraining(officer, ALL, reopen(second.sessionId))).toMatchObject({
      code: "training_over",
    });
  });
});

describe("a session of a helper", () => {
  const own = async (change: Partial<SessionPlan> = {}) => {
    const { helper, plan } = training;
    const sessionId = newId("trn");
    const planned = { sessionId, ...plan({ helperId: null, ...change }) };
    return { sessionId, result: await planTraining(helper, kept(helper), planned) };
  };
  const consent = () =>
    insertTestConsent({
      agentId: training.helper.userId,
      householdId: training.householdId,
      expiresAt: startOfDate(addDays(TODAY, 30)),
    });

  it("is where they help, while they do, and its list is theirs whomever they name", async () => {
    const { helper, other } = training;
    expect((await own()).result).toMatchObject({ code: "commune_not_helped" });
    await consent();
    const { sessionId, result } = await own({ helperId: other.userId });
    expect(result).toMatchObject({ ok: true });
    expect(await findSession(kept(helper), sessionId)).toMatchObject({
      helperId: helper.userId,
      plannerId: helper.userId,
    });
    const elsewhere = await own({ communeCode: TEST_SHOP.secondCommuneCode });
    expect(elsewhere.result).toMatchObject({ code: "commune_not_helped" });
    at(addDays(TODAY, 31));
    expect((await own({ heldOn: addDays(TODAY, 31) })).result).toMatchObject({
      code: "commune_not_helped",
    });
  });

  it("is changed and called off by whom planned it; one of the department's is not", async () => {
    const { helper, other, officer, plan, begin } = training;
    await consent();
    const { sessionId } = await own();
    const renamed = { sessionId, ...plan({ title: "Tên mới", helperId: null }) };
    expect(await changeTraining(helper, kept(helper), renamed)).toMatchObject({ ok: true });
    expect(await findSession(ALL, sessionId)).toMatchObject({
      title: "Tên mới",
      helperId: helper.userId,
    });
    const off = { to: "cancelled", reason: "Mưa lũ" } as const;
    expect(await moveTraining(other, kept(other), { sessionId, ...off })).toMatchObject({
      code: "training_not_found",
    });
    const theirs = await begin();
    const changed = { sessionId: theirs.sessionId, ...plan({ title: "Của Sở" }) };
    expect(await changeTraining(helper, kept(helper), changed)).toMatchObject({
      code: "training_not_found",
    });
    const called = { sessionId: theirs.sessionId, ...off };
    expect(await moveTraining(helper, kept(helper), called)).toMatchObject({
      code: "training_not_found",
    });
    // The department may give it to another helper: then it is out of reach.
    const given = { sessionId, ...plan({ helperId: other.userId }) };
    expect(await changeTraining(officer, ALL, given)).toMatchObject({ ok: true });
    expect(await moveTraining(helper, kept(helper), { sessionId, ...off })).toMatchObject({
      code: "training_not_found",
    });
    expect(await moveTraining(officer, ALL, { sessionId, ...off })).toMatchObject({ ok: true });
  });

  it("is one of ten to come, and from today on", async () => {
    await consent();
    for (let i = 0; i < 10; i += 1) expect((await own()).result).toMatchObject({ ok: true });
    expect((await own()).result).toMatchObject({ code: "training_plans_full" });
    at(addDays(TODAY, 1));
    expect((await own({ heldOn: addDays(TODAY, 1) })).result).toMatchObject({ ok: true });
    const form = { sessionId: newId("trn"), ...training.plan() };
    const typed = { ...form, helperId: undefined, seatCount: undefined };
    expect(
      newSessionForm(addDays(TODAY, 1), "helper").safeParse(typed).error?.issues,
    ).toMatchObject([{ message: "training_day_over" }]);
  });
});

it("tells everybody what comes, also what was called off, and neither its code nor its helper", async () => {
  const { officer, helper, begin } = training;
  await begin({ heldOn: addDays(TODAY, -1), title: "Đã qua" });
  await begin({ heldOn: addDays(TODAY, 3), title: "Sau" });
  await begin({ startsAt: "09:00", title: "Hôm nay" });
  const { sessionId } = await begin({ heldOn: addDays(TODAY, 1), title: "Hủy" });
  await moveTraining(officer, ALL, { sessionId, to: "cancelled", reason: "Mưa lũ" });
  const coming = await listPublicSessions();
  expect(coming.map((one) => one.title)).toEqual(["Hôm nay", "Hủy", "Sau"]);
  expect(coming[1]).toMatchObject({ status: "cancelled", statusReason: "Mưa lũ" });
  expect(JSON.stringify(coming)).not.toContain("TH-");
  expect(JSON.stringify(coming)).not.toContain(helper.userId);
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
