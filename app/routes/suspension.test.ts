import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { complianceRequests, complianceSteps } from "~db/schema/compliance";
import { dutyTerms, householdSuspensions } from "~db/schema/compliance-duties";
import { householdEvents, households } from "~db/schema/households";
import { noticeFeed, notices } from "~db/schema/notices";
import { endSuspension } from "~/domain/compliance/end-suspension.server";
import { carryOutSuspensions } from "~/domain/flows/carry-out-suspensions.server";
import { restoreHousehold } from "~/domain/flows/restore-household.server";
import { suspendTestHousehold } from "~/domain/flows/test-suspension";
import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { takeEvents } from "~/domain/notices/take-events.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { DAY_MS, formatInstant, momentOf } from "~/platform/period";
import { lastDayAfter } from "~/domain/compliance/clocks";
import * as listDoor from "./department.compliance._index";
import * as newDoor from "./department.compliance.new";
import * as requestDoor from "./department.compliance.$requestId";
import * as householdsDoor from "./department.households";
import * as door from "./department.households_.$householdSlug.suspension";
import * as deskDoor from "./department._index";
import * as homeDoor from "./household._index";
import { args, mine, outcomeOf, type Refusal, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/department/households/cua-toi/suspension";
const TOLD = momentOf("2026-11-27", "16:00");
const FIRST_DAY = "2026-12-03"; // five whole days after the 27th: to the end of the 2nd
let officer: { id: string; cookie: string };

beforeEach(async () => {
  setClock(TOLD);
  const id = await insertTestUser({ role: "department_officer", fullName: "Cán bộ" });
  officer = { id, cookie: await cookieFor(id) };
});
afterEach(async () => {
  await inTransaction(async (tx) => {
    const waiting = await tx.select().from(householdSuspensions);
    for (const { id, householdId, state } of waiting) {
      if (state !== "waiting") continue;
      await endSuspension(tx, { id, householdId, state: "withdrawn", actorId: null });
    }
    await tx.update(households).set({ status: "approved", statusReason: null });
    await tx
      .update(complianceRequests)
      .set({ acknowledgedAt: TOLD, answeredAt: TOLD, result: "done", dueAt: null });
    await tx.delete(noticeFeed);
    await tx.delete(notices);
  });
  setClock();
});

const at = (form?: Record<string, string>, slug = "cua-toi") => ({
  ...args(PATH, { cookie: officer.cookie, ...(form ? { form } : {}) }),
  params: { householdSlug: slug },
});
const notice = (facts: Record<string, string> = {}) => ({
  intent: "suspend",
  suspensionId: newId("sus") as string,
  ground: "own_decision",
  effectiveOn: FIRST_DAY,
  reason: "Bán hàng không đúng mô tả.",
  ...facts,
});
const asked = (facts: Record<string, string> = {}) => ({
  ...notice({ ground: "authority_request", reference: "12/QĐ-QLTT", effectiveOn: "" }),
  ...facts,
});
const send = (form: Record<string, string>) => outcomeOf(door.action(at(form)));
const faultsOf = async (form: Record<string, string>) => {
  const { data, init } = (await door.action(at(form))) as Refusal;
  return { status: init?.status, faults: data.submission?.error ?? {}, code: data.failure?.code };
};
const statusOf = async (id = mine.householdId) => {
  const [row] = await reader().select().from(households).where(eq(households.id, id));
  return [row?.status, row?.statusReason];
};
const kept = async (id: string) => {
  const [row] = await reader()
    .select()
    .from(householdSuspensions)
    .where(eq(householdSuspensions.id, id));
  return row;
};
const DONE = { status: 303, location: `${PATH}?done=told` };
const noticesOf = async () => {
  for (let i = 0; i < 5; i += 1) await takeEvents();
  const rows = await reader()
    .select()
    .from(notices)
    .where(eq(notices.recipientId, mine.householdId));
  return rows.map(({ kind }) => kind);
};

describe("the term of notice", () => {
  it("is of whole days, and years end on the same day", () => {
    expect(lastDayAfter("2026-11-27", { count: 5, unit: "days" })).toBe("2026-12-02");
    expect(lastDayAfter("2026-11-27", { count: 1, unit: "years" })).toBe("2027-11-27");
    expect(lastDayAfter("2028-02-29", { count: 1, unit: "years" })).toBe("2029-03-01");
  });

  it("is the dated one that holds on the day of telling", async () => {
    expect((await door.loader(at())).first).toMatchObject({
      day: FIRST_DAY,
      term: { count: 5, unit: "days", confidence: "medium" },
    });
    await inTransaction((tx) =>
      tx.insert(dutyTerms).values({
        id: newId("cdt"),
        duty: "suspension_notice",
        effectiveOn: "2027-01-01",
        count: 10,
        unit: "days",
        source: "Văn bản mẫu của bài thử",
        confidence: "low",
      }),
    );
    expect((await door.loader(at())).first.day).toBe(FIRST_DAY);
    setClock(momentOf("2027-01-01", "00:00"));
    expect((await door.loader(at())).first.day).toBe("2027-01-12");
  });
});

describe("notice", () => {
  it("is given today, read by the household and the department, and the household sells on", async () => {
    const form = notice();
    expect(await send(form)).toEqual(DONE);
    expect(await statusOf()).toEqual(["approved", null]);
    expect(formatInstant((await kept(form.suspensionId))?.effectiveAt ?? 0)).toBe(
      "00:00 03/12/2026",
    );
    const home = await homeDoor.loader(args("/household", { cookie: mine.cookie }));
    expect(home?.suspension).toMatchObject({ reason: form.reason });
    const other = await homeDoor.loader(args("/household", { cookie: theirs.cookie }));
    expect(other?.suspension).toBeNull();
    const desk = await deskDoor.loader(args("/department", { cookie: officer.cookie }));
    expect(desk.waiting.announcedSuspensionCount).toBe(1);
    const list = await listDoor.loader(args("/department/compliance", { cookie: officer.cookie }));
    expect(list.announced).toMatchObject([{ slug: "cua-toi", toldByName: "Cán bộ" }]);
    const rows = await householdsDoor.loader(
      args("/department/households", { cookie: officer.cookie }),
    );
    expect(rows.announced).toMatchObject([{ householdId: mine.householdId }]);
    expect(await noticesOf()).toEqual(["household_suspension_told"]);
  });

  it("sent twice is one; other words under its id are refused", async () => {
    const form = notice();
    expect(await send(form)).toEqual(DONE);
    expect(await send(form)).toEqual(DONE);
    for (const other of [{ reason: "Lý do khác hẳn." }, { effectiveOn: "2026-12-20" }]) {
      expect(await faultsOf({ ...form, ...other })).toMatchObject({
        status: 409,
        code: "form_outdated",
      });
    }
    expect(await faultsOf(notice())).toMatchObject({ status: 409, code: "suspension_announced" });
    const acts = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.actorId, officer.id));
    expect(acts.map(({ action }) => action)).toEqual(["household.announce_suspension"]);
  });

  it.each([
    ["no ground", { ground: "" }, { ground: ["suspension_ground_missing"] }],
    ["an unknown ground", { ground: "urgent" }, { ground: ["suspension_ground_missing"] }],
    ["no day", { effectiveOn: "" }, { effectiveOn: ["suspension_day_missing"] }],
    ["no such day", { effectiveOn: "2026-02-30" }, { effectiveOn: ["date_invalid"] }],
    ["no reason", { reason: "" }, { reason: ["reason_missing"] }],
    [
      "no request",
      { ground: "authority_request", reference: "", effectiveOn: "" },
      { reference: ["suspension_request_missing"] },
    ],
    [
      "signs for a paper",
      { ground: "authority_request", reference: "- - - - -", effectiveOn: "" },
      { reference: ["suspension_reference_short"] },
    ],
    [
      "too short a paper",
      { ground: "authority_request", reference: "12", effectiveOn: "" },
      { reference: ["suspension_reference_short"] },
    ],
    [
      "another day on an authority's request",
      {
        ground: "authority_request",
        reference: "12/QĐ-QLTT",
        firstDay: FIRST_DAY,
        effectiveOn: "2026-12-20",
      },
      { effectiveOn: ["suspension_day_on_request"] },
    ],
    [
      "a paper of an authority on the other ground",
      { reference: "12/QĐ-QLTT" },
      { reference: ["suspension_request_own"] },
    ],
    [
      "a request of an authority on the other ground",
      { requestId: "crq_1" },
      { requestId: ["suspension_request_own"] },
    ],
    [
      "a phone for a paper",
      { ground: "authority_request", reference: "gọi 0912345678" },
      { reference: ["suspension_phone_in_words"] },
    ],
  ])("with %s says so and writes nothing", async (_, facts, faults) => {
    const form = notice(facts);
    expect(await faultsOf(form)).toMatchObject({ status: 400, faults });
    expect(await kept(form.suspensionId)).toBeUndefined();
  });

  it.each([
    ["2026-12-02", "suspension_too_early?day=03%2F12%2F2026"],
    ["2027-02-26", "suspension_too_late?day=25%2F02%2F2027"],
  ])("for %s is refused at its field", async (effectiveOn, fault) => {
    const { status, faults } = await faultsOf(notice({ effectiveOn }));
    expect([status, decodeURIComponent(String(faults["effectiveOn"]))]).toEqual([
      409,
      decodeURIComponent(fault),
    ]);
  });

  it("is for a household that sells", async () => {
    await inTransaction((tx) =>
      tx.update(households).set({ status: "suspended" }).where(eq(households.id, mine.householdId)),
    );
    const form = notice();
    expect(await faultsOf(form)).toMatchObject({ status: 409, code: "household_already_decided" });
    expect(await kept(form.suspensionId)).toBeUndefined();
    expect((await outcomeOf(door.loader(at(undefined, "khong-co")))).status).toBe(404);
    expect((await outcomeOf(door.action(at(form, "khong-co")))).status).toBe(404);
  });

  it("is taken back once, and the household hears of it", async () => {
    const { suspensionId } = notice();
    await send(notice({ suspensionId }));
    const back = { intent: "withdraw", suspensionId };
    expect(await send(back)).toEqual({ status: 303, location: `${PATH}?done=withdrawn` });
    expect(await faultsOf(back)).toMatchObject({ status: 409, code: "suspension_ended" });
    setClock(TOLD + 10 * DAY_MS);
    await carryOutSuspensions();
    expect(await statusOf()).toEqual(["approved", null]);
    expect(await noticesOf()).toEqual([
      "household_suspension_told",
      "household_suspension_withdrawn",
    ]);
    expect(await faultsOf(notice({ suspensionId }))).toMatchObject({
      status: 409,
      code: "form_outdated",
    });
    expect(await send(notice({ effectiveOn: "2026-12-20" }))).toEqual(DONE);
  });
});

it("a notice is not taken back on another household's page", async () => {
  const form = notice();
  await send(form);
  const [other] = await reader()
    .select()
    .from(households)
    .where(eq(households.id, theirs.householdId));
  const back = { intent: "withdraw", suspensionId: form.suspensionId };
  const { init } = (await door.action(at(back, other?.slug))) as Refusal;
  expect(init?.status).toBe(409);
  expect(await kept(form.suspensionId)).toMatchObject({ state: "waiting" });
});

describe("the timer", () => {
  it("suspends when the day has come, not before, and once", async () => {
    const form = notice();
    await send(form);
    setClock(momentOf(FIRST_DAY, "00:00") - 1);
    await carryOutSuspensions();
    expect(await statusOf()).toEqual(["approved", null]);
    setClock(momentOf(FIRST_DAY, "00:00"));
    expect(await carryOutSuspensions()).toEqual({ isMore: false });
    await carryOutSuspensions();
    expect(await statusOf()).toEqual(["suspended", form.reason]);
    expect(await kept(form.suspensionId)).toMatchObject({ state: "carried_out", endedById: null });
    const events = await reader()
      .select()
      .from(householdEvents)
      .where(eq(householdEvents.householdId, mine.householdId));
    expect(events.filter(({ reason }) => reason === form.reason)).toMatchObject([
      { fromStatus: "approved", toStatus: "suspended", actorId: null },
    ]);
    const entries = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, mine.householdId));
    const taken = entries.filter(({ after }) =>
      JSON.stringify(after ?? {}).includes(form.suspensionId),
    );
    expect(taken.map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ["household.announce_suspension", "department_officer"],
      ["household.suspend", "system"],
    ]);
    expect(await noticesOf()).toContain("household_suspended");
    expect(await send(form)).toEqual(DONE);
    const actor = { kind: "user", userId: officer.id, role: "department_officer" } as const;
    await restoreHousehold(actor, { slug: "cua-toi" });
    expect(await faultsOf(form)).toMatchObject({ status: 409, code: "form_outdated" });
  });

  it("leaves a household that does not sell any more, also when it may again later", async () => {
    const form = notice();
    await send(form);
    await inTransaction((tx) =>
      tx.update(households).set({ status: "suspended", statusReason: "Trước đó" }),
    );
    setClock(momentOf(FIRST_DAY, "08:00"));
    await carryOutSuspensions();
    expect(await statusOf()).toEqual(["suspended", "Trước đó"]);
    expect(await kept(form.suspensionId)).toMatchObject({ state: "overtaken" });
    const actor = { kind: "user", userId: officer.id, role: "department_officer" } as const;
    await restoreHousehold(actor, { slug: "cua-toi" });
    await carryOutSuspensions();
    expect((await statusOf())[0]).toBe("approved");
  });
});

describe("on an authority's request", () => {
  async function enter(facts: Record<string, string> = {}) {
    const form = {
      requestId: newId("crq") as string,
      kind: "suspension",
      fromWhom: "Cục Quản lý thị trường",
      way: "letter",
      receivedOn: "2026-11-27",
      receivedTime: "15:30",
      asked: "Tạm ngừng hộ bán hàng giả.",
      aboutKind: "household",
      about: "cua-toi",
      ...facts,
    };
    const { cookie } = officer;
    await newDoor.action(args("/department/compliance/new", { form, cookie }));
    return form.requestId;
  }

  it("a household is suspended at once, by the request, which has it among its steps", async () => {
    const requestId = await enter();
    expect((await door.loader(at())).requests).toMatchObject([{ id: requestId }]);
    const form = asked({ requestId, reference: "" });
    expect(await send(form)).toEqual(DONE);
    expect(await send(form)).toEqual(DONE);
    expect(await statusOf()).toEqual(["suspended", form.reason]);
    expect(await kept(form.suspensionId)).toMatchObject({
      state: "carried_out",
      requestId,
      effectiveAt: TOLD,
      toldAt: TOLD,
    });
    const steps = await reader()
      .select()
      .from(complianceSteps)
      .where(eq(complianceSteps.requestId, requestId));
    expect(steps.map(({ step }) => step).toSorted()).toEqual(["entered", "suspended"]);
    const request = await reader()
      .select()
      .from(complianceRequests)
      .where(eq(complianceRequests.id, requestId));
    expect(request).toMatchObject([{ answeredAt: null }]);
    const cookie = officer.cookie;
    const shown = args(`/department/compliance/${requestId}`, { cookie });
    const page = await requestDoor.loader({ ...shown, params: { requestId } });
    expect(page.steps.some(({ step }) => step === "suspended")).toBe(true);
    expect(await noticesOf()).toEqual(["household_suspended"]);
  });

  it("with the day that the page proposed left as it was, a household is suspended at once", async () => {
    const form = asked({ effectiveOn: FIRST_DAY, firstDay: FIRST_DAY });
    expect(await send(form)).toEqual(DONE);
    expect(await kept(form.suspensionId)).toMatchObject({ effectiveAt: TOLD });
  });

  it("a household that is suspended already has it on record once, and reads both reasons", async () => {
    const first = asked();
    await send(first);
    const requestId = await enter();
    const form = asked({ requestId, reference: "", reason: "Cơ quan yêu cầu thêm." });
    expect((await door.loader(at())).requests).toMatchObject([{ id: requestId }]);
    expect(await send(form)).toEqual(DONE);
    expect(await send(form)).toEqual(DONE);
    expect(await faultsOf({ ...form, suspensionId: newId("sus") })).toMatchObject({
      status: 409,
      code: "household_already_decided",
    });
    expect(await statusOf()).toEqual(["suspended", `${first.reason}\nCơ quan yêu cầu thêm.`]);
    expect(await kept(form.suspensionId)).toMatchObject({ state: "carried_out", requestId });
    const steps = await reader()
      .select()
      .from(complianceSteps)
      .where(eq(complianceSteps.requestId, requestId));
    expect(steps.map(({ step }) => step).toSorted()).toEqual(["entered", "suspended"]);
    const entries = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, mine.householdId));
    const noted = entries.filter(({ after }) =>
      JSON.stringify(after ?? {}).includes(form.suspensionId),
    );
    expect(noted).toMatchObject([
      { action: "household.suspend", before: { status: "suspended" }, after: { requestId } },
    ]);
    expect(await noticesOf()).toEqual(["household_suspended", "household_suspended"]);
  });

  it("a household sells again only once the request is answered", async () => {
    const requestId = await enter();
    await send(asked({ requestId, reference: "" }));
    const actor = { kind: "user", userId: officer.id, role: "department_officer" } as const;
    expect(await restoreHousehold(actor, { slug: "cua-toi" })).toMatchObject({
      ok: false,
      code: "suspension_request_open",
    });
    expect((await statusOf())[0]).toBe("suspended");
    const { cookie } = officer;
    const answer = { intent: "answer", stepId: newId("cqs"), result: "done", words: "Đã làm." };
    const sent = args(`/department/compliance/${requestId}`, { form: answer, cookie });
    await requestDoor.action({ ...sent, params: { requestId } });
    expect((await restoreHousehold(actor, { slug: "cua-toi" })).ok).toBe(true);
    expect((await statusOf())[0]).toBe("approved");
  });

  it.each([
    ["about another household", { about: "nguoi-khac" }],
    ["of another kind", { kind: "authority_information" }],
  ])("a request %s is none for it", async (_, facts) => {
    const requestId = await enter(facts);
    const form = asked({ requestId, reference: "" });
    expect(await faultsOf(form)).toMatchObject({
      status: 409,
      faults: { reference: ["suspension_request_unknown"] },
    });
    expect(await statusOf()).toEqual(["approved", null]);
  });

  it("what was announced before is overtaken; restored, the household is not suspended by it", async () => {
    const told = notice();
    await send(told);
    const actor = { kind: "user", userId: officer.id, role: "department_officer" } as const;
    const done = await suspendTestHousehold(actor, { slug: "cua-toi", reason: "Theo văn bản." });
    expect(done.ok).toBe(true);
    expect(await kept(told.suspensionId)).toMatchObject({ state: "overtaken" });
    expect(await faultsOf(asked())).toMatchObject({ code: "household_already_decided" });
    await restoreHousehold(actor, { slug: "cua-toi" });
    setClock(TOLD + 10 * DAY_MS);
    await carryOutSuspensions();
    expect((await statusOf())[0]).toBe("approved");
  });
});
