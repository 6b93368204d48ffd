import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { productEvents, products } from "~db/schema/catalog";
import { complianceRequests, complianceSteps, requestTerms } from "~db/schema/compliance";
import { users } from "~db/schema/identity";
import { countPressingRequests } from "~/domain/compliance/queries.server";
import { findTerm, listTerms } from "~/domain/compliance/queries-terms.server";
import { REQUEST_KINDS } from "~/domain/compliance/request-words";
import { insertTestProduct, insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { formatInstant, HOUR_MS, momentOf } from "~/platform/period";
import * as fileDoor from "./department.compliance[.]csv";
import * as requestDoor from "./department.compliance.$requestId";
import * as takedownDoor from "./department.products.$productSlug_.takedown";
import * as listDoor from "./department.compliance._index";
import * as newDoor from "./department.compliance.new";
import { agent, args, mine, outcomeOf, type Refusal, setUpDesks } from "./test-desk";

setUpDesks();

const DESK = "/department/compliance";
/** A Friday afternoon. */
const NOW = momentOf("2026-11-27", "16:00");
let officer: { id: string; cookie: string };

beforeEach(async () => {
  setClock(NOW);
  officer = await newOfficer("Cán bộ một");
});
afterEach(() => setClock());

async function newOfficer(fullName: string) {
  const id = await insertTestUser({ role: "department_officer", fullName });
  return { id, cookie: await cookieFor(id) };
}

const letter = (facts: Record<string, string> = {}) => ({
  requestId: newId("crq") as string,
  kind: "takedown",
  fromWhom: "Cục Quản lý thị trường",
  way: "letter",
  paperNumber: "12/QLTT-TB",
  receivedOn: "2026-11-27",
  receivedTime: "15:30",
  asked: "Gỡ sản phẩm ghi sai xuất xứ.",
  ...facts,
});

const enter = (form: Record<string, string>, { cookie } = officer) =>
  newDoor.action(args(`${DESK}/new?kind=${form["kind"]}`, { form, cookie }));
const at = (requestId: string, form?: Record<string, string>, { cookie } = officer) => ({
  ...args(`${DESK}/${requestId}`, form ? { form, cookie } : { cookie }),
  params: { requestId },
});
const act = (requestId: string, form: Record<string, string>, by = officer) =>
  requestDoor.action(at(requestId, { stepId: newId("cqs"), ...form }, by));
const load = async (requestId: string) => requestDoor.loader(at(requestId));
const faultsOf = async (answer: unknown) => {
  const { data, init } = (await answer) as Refusal;
  return { status: init?.status, faults: data.submission?.error ?? null, code: data.failure?.code };
};

async function entered(facts: Record<string, string> = {}) {
  const form = letter(facts);
  expect(await outcomeOf(enter(form))).toEqual({
    status: 303,
    location: `${DESK}/${form.requestId}?done=enter`,
  });
  return form.requestId;
}

const OF_DATA = { kind: "data_deletion", fromWhom: "Nguyễn Thị Mẫu", way: "in_person" };

describe("terms", () => {
  it("are known of every kind, with their source", async () => {
    const terms = await listTerms("2026-11-27");
    expect(terms.map(({ kind }) => kind)).toEqual([...REQUEST_KINDS]);
    expect(terms.every(({ source }) => source.length > 10)).toBe(true);
  });

  it("hold from their day on, and a request keeps what held when it came in", async () => {
    expect(await findTerm({ kind: "takedown", on: "2026-06-30" })).toBeNull();
    expect(await findTerm({ kind: "takedown", on: "2026-07-01" })).toMatchObject({
      answerCount: 24,
      answerUnit: "hours",
    });
    const ofWrong = { ...OF_DATA, kind: "data_rectification" };
    const before = await entered(ofWrong);
    await inTransaction((tx) =>
      tx.insert(requestTerms).values({
        id: newId("crt"),
        kind: "data_rectification",
        effectiveOn: "2026-11-26",
        answerCount: 5,
        answerUnit: "days",
        source: "Văn bản mẫu của bài thử",
        confidence: "low",
      }),
    );
    const late = await entered({ ...ofWrong, receivedOn: "2026-11-25" });
    const after = await entered(ofWrong);
    const answerBy = async (id: string) =>
      formatInstant((await load(id)).found.answerBy ?? Number.NaN);
    expect(await answerBy(before)).toBe("23:59 07/12/2026");
    expect(await answerBy(late)).toBe("23:59 05/12/2026");
    expect(await answerBy(after)).toBe("23:59 02/12/2026");
    expect((await load(before)).term.answerCount).toBe(10);
  });
});

describe("entering", () => {
  it("sets both clocks and keeps the account of a person, never the phone", async () => {
    const [{ phone } = { phone: "" }] = await reader()
      .select({ phone: users.phone })
      .from(users)
      .where(eq(users.id, mine.userId));
    const id = await entered({
      ...OF_DATA,
      kind: "data_access",
      aboutKind: "person",
      about: String(phone),
    });
    const { found } = await load(id);
    expect(found).toMatchObject({
      about: { kind: "person", id: mine.userId, code: null },
      handler: { id: officer.id, name: "Cán bộ một" },
    });
    expect(formatInstant(found.acknowledgeBy ?? 0)).toBe("23:59 01/12/2026");
    expect(formatInstant(found.answerBy ?? 0)).toBe("23:59 07/12/2026");
    const kept = JSON.stringify([
      await reader().select().from(complianceRequests).where(eq(complianceRequests.id, id)),
      await reader().select().from(auditEntries).where(eq(auditEntries.subjectId, id)),
    ]);
    expect(kept).toContain(mine.userId);
    expect(kept).not.toContain(String(phone));
  });

  it("takes the paper's own deadline where it is earlier", async () => {
    const day = { paperDueOn: "2026-11-27", paperDueTime: "18:00" };
    const soon = (await load(await entered(day))).found;
    expect(formatInstant(soon.answerBy ?? 0)).toBe("18:00 27/11/2026");
    const later = (await load(await entered({ paperDueOn: "2026-12-05" }))).found;
    expect(formatInstant(later.answerBy ?? 0)).toBe("15:30 28/11/2026");
    const none = (await load(await entered({ kind: "complaint" }))).found;
    expect([none.acknowledgeBy, none.answerBy, none.dueAt]).toEqual([null, null, null]);
  });

  it("finds what it is about by its address or code", async () => {
    await insertTestProduct({ householdId: mine.householdId, slug: "mat-ong-bi-go" });
    const about = "https://chophien.example/products/mat-ong-bi-go?x=1";
    const { found } = await load(await entered({ aboutKind: "product", about }));
    expect(found.about).toMatchObject({ kind: "product", code: "mat-ong-bi-go" });
    const shop = await load(await entered({ aboutKind: "household", about: "Cua-Toi" }));
    expect(shop.found.about).toEqual({ kind: "household", id: mine.householdId, code: "cua-toi" });
  });

  it.each([
    [{ fromWhom: "" }, 400, { fromWhom: ["request_from_missing"] }],
    [{ way: "" }, 400, { way: ["request_way_missing"] }],
    [{ receivedOn: "31/02/2026" }, 400, { receivedOn: ["date_invalid"] }],
    [{ receivedTime: "25:00" }, 400, { receivedTime: ["request_time_missing"] }],
    [{ asked: "Gọi lại 0912 345 678" }, 400, { asked: ["request_phone_in_words"] }],
    [{ aboutKind: "product" }, 400, { about: ["request_about_missing"] }],
    [{ about: "x" }, 400, { aboutKind: ["request_about_kind_missing"] }],
    [{ aboutKind: "person", about: "x" }, 400, { aboutKind: ["form_outdated"] }],
    [{ paperDueTime: "10:00" }, 400, { paperDueOn: ["request_due_day_missing"] }],
    [{ paperDueOn: "2026-11-26" }, 400, { paperDueOn: ["request_due_before"] }],
    [{ aboutKind: "product", about: "khong-co" }, 409, { about: ["request_about_unknown"] }],
    [{ receivedTime: "16:01" }, 409, { receivedOn: ["request_received_future"] }],
    [{ receivedOn: "2026-06-30" }, 409, { receivedOn: ["request_too_old"] }],
  ])(
    "says at the field what is wrong with %o, and keeps nothing",
    async (facts, status, faults) => {
      const count = await reader().$count(complianceRequests);
      const form = letter(
        Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, String(v)])),
      );
      expect(await faultsOf(enter(form))).toEqual({ status, faults, code: undefined });
      expect(await reader().$count(complianceRequests)).toBe(count);
    },
  );

  it("takes a form that is sent twice once, and no other words under its id", async () => {
    const form = letter();
    await enter(form);
    expect(await outcomeOf(enter(form))).toMatchObject({ status: 303 });
    const isIts = eq(complianceRequests.id, form.requestId);
    expect(await reader().$count(complianceRequests, isIts)).toBe(1);
    const other = await faultsOf(enter({ ...form, asked: "Việc khác" }));
    expect(other).toMatchObject({ status: 409, code: "form_outdated" });
  });
});

/** Each move, by how a request stands. */
const FORMS = {
  acknowledge: { intent: "acknowledge", words: "" },
  note: { intent: "note", words: "Đã gọi." },
  answer: { intent: "answer", result: "done", words: "Đã gỡ." },
  reopen: { intent: "reopen", words: "Còn một trang." },
};
type Move = keyof typeof FORMS;

describe("steps", () => {
  it.each<[string, Record<string, string>, Move[], Record<Move, string | null>]>([
    [
      "a new one without a term for acknowledging",
      {},
      [],
      {
        acknowledge: "request_no_acknowledgement",
        note: null,
        answer: null,
        reopen: "request_not_answered",
      },
    ],
    [
      "a new one of data",
      OF_DATA,
      [],
      { acknowledge: null, note: null, answer: null, reopen: "request_not_answered" },
    ],
    [
      "an acknowledged one",
      OF_DATA,
      ["acknowledge"],
      {
        acknowledge: "request_acknowledged",
        note: null,
        answer: null,
        reopen: "request_not_answered",
      },
    ],
    [
      "an answered one",
      OF_DATA,
      ["answer"],
      {
        acknowledge: "request_answered",
        note: null,
        answer: "request_answered",
        reopen: null,
      },
    ],
    [
      "one that was opened again: the answer had acknowledged it",
      OF_DATA,
      ["answer", "reopen"],
      {
        acknowledge: "request_acknowledged",
        note: null,
        answer: null,
        reopen: "request_not_answered",
      },
    ],
  ])("of %s", async (_, facts, before, expected) => {
    for (const [move, refusal] of Object.entries(expected) as [Move, string | null][]) {
      const id = await entered(facts);
      for (const one of before) await act(id, FORMS[one]);
      const count = await reader().$count(complianceSteps, eq(complianceSteps.requestId, id));
      if (refusal === null) {
        expect(await outcomeOf(act(id, FORMS[move])), move).toEqual({
          status: 303,
          location: `${DESK}/${id}?done=${move}`,
        });
      } else {
        expect(await faultsOf(act(id, FORMS[move])), move).toMatchObject({
          status: 409,
          code: refusal,
        });
      }
      const now = await reader().$count(complianceSteps, eq(complianceSteps.requestId, id));
      expect(now - count, move).toBe(refusal === null ? 1 : 0);
    }
  });

  it("move the clock: acknowledged, answered, opened again with the day it had", async () => {
    const id = await entered(OF_DATA);
    const { acknowledgeBy, answerBy } = (await load(id)).found;
    const due = async () => (await load(id)).found.dueAt;
    expect(await due()).toBe(acknowledgeBy);
    await act(id, FORMS.acknowledge);
    expect(await due()).toBe(answerBy);
    await act(id, FORMS.answer);
    expect((await load(id)).found).toMatchObject({ dueAt: null, result: "done", answeredAt: NOW });
    await act(id, FORMS.reopen);
    expect((await load(id)).found).toMatchObject({ dueAt: answerBy, result: null });
    expect((await load(id)).steps.map(({ step }) => step)).toEqual([
      "reopened",
      "answered",
      "acknowledged",
      "entered",
    ]);
  });

  it("let one of two officers answer, and tell the other; the same form twice is one", async () => {
    const other = await newOfficer("Cán bộ hai");
    const id = await entered();
    const answer = { ...FORMS.answer, stepId: newId("cqs") as string };
    const both = await Promise.all([
      outcomeOf(act(id, answer)),
      outcomeOf(act(id, { ...FORMS.answer, result: "refused" }, other)),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    const { found, steps } = await load(id);
    expect(steps.filter(({ step }) => step === "answered")).toMatchObject([
      { result: found.result },
    ]);
    const again = { ...FORMS.note, stepId: newId("cqs") as string };
    await act(id, again);
    expect(await outcomeOf(act(id, again))).toMatchObject({ status: 303 });
    expect((await load(id)).steps).toHaveLength(steps.length + 1);
    const others = { ...again, words: "Khác" };
    expect(await faultsOf(act(id, others))).toMatchObject({ status: 409, code: "form_outdated" });
  });

  it("hand it over to an officer, and to nobody else", async () => {
    const other = await newOfficer("Cán bộ ba");
    const id = await entered();
    const to = (handlerId: string) => act(id, { intent: "hand_over", words: "", handlerId });
    const field = (code: string) => ({ status: 409, faults: { handlerId: [code] } });
    expect(await faultsOf(to(mine.userId))).toMatchObject(field("request_handler_missing"));
    expect(await faultsOf(to(officer.id))).toMatchObject(field("request_handler_same"));
    await to(other.id);
    expect((await load(id)).found.handler).toEqual({ id: other.id, name: "Cán bộ ba" });
  });

  it("need a result and words for an answer", async () => {
    const id = await entered();
    expect(await faultsOf(act(id, { intent: "answer", words: "" }))).toMatchObject({
      status: 400,
      faults: { result: ["request_result_missing"], words: ["request_words_missing"] },
    });
  });
});

it("lists what is due first, counts what presses, and finds by kind and state", async () => {
  const all = await listDoor.loader(args(`${DESK}?state=open`, { cookie: officer.cookie }));
  const dues = all.requests.map(({ dueAt }) => dueAt ?? Number.POSITIVE_INFINITY);
  expect(dues).toEqual(dues.toSorted((one, other) => one - other));
  expect(all.requests.every(({ answeredAt }) => answeredAt === null)).toBe(true);
  const before = await countPressingRequests();
  await entered({ receivedOn: "2026-11-26", receivedTime: "15:59" });
  await entered({ receivedOn: "2026-11-27", receivedTime: "00:00" });
  expect(await countPressingRequests()).toEqual({
    overdue: before.overdue + 1,
    soon: before.soon + 1,
  });
  setClock(NOW + 30 * HOUR_MS);
  expect((await countPressingRequests()).overdue).toBeGreaterThan(before.overdue + 1);
  const log = await listDoor.loader(
    args(`${DESK}?kind=takedown&state=answered`, { cookie: officer.cookie }),
  );
  expect(log.requests.length).toBeGreaterThan(0);
  expect(log.requests.every((one) => one.kind === "takedown" && one.answeredAt !== null)).toBe(
    true,
  );
});

it("gives the register as a file, what people wrote being no formula, and says who took it", async () => {
  const id = await entered({ fromWhom: "=HYPERLINK(1)" });
  await act(id, FORMS.answer);
  const file = await fileDoor.loader(
    args(`${DESK}.csv?kind=takedown&state=answered`, { cookie: officer.cookie }),
  );
  expect(file.headers.get("Cache-Control")).toBe("private, no-store");
  const row = (await file.text()).split("\r\n").find((line) => line.startsWith(id)) ?? "";
  expect(row).toContain("'=HYPERLINK(1)");
  expect(row).toContain("12/QLTT-TB");
  expect(row).toContain("27/11/2026 15:30:00");
  expect(row).toContain(",1,Cán bộ một");
  const [entry] = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "compliance.export"));
  expect(entry).toMatchObject({ actorId: officer.id, after: { kind: "takedown" } });
});

it("is nobody's but the department's", async () => {
  const id = await entered();
  const count = await reader().$count(complianceSteps);
  for (const by of [
    { ...mine, id: mine.userId },
    agent,
    { id: "", cookie: await cookieFor(await insertTestUser({ role: "buyer" })) },
  ]) {
    const { cookie } = by;
    for (const answer of [
      () => listDoor.loader(args(DESK, { cookie })),
      () => newDoor.loader(args(`${DESK}/new`, { cookie })),
      () => fileDoor.loader(args(`${DESK}.csv`, { cookie })),
      () => requestDoor.loader(at(id, undefined, by)),
      () => enter(letter(), by),
      () => act(id, FORMS.note, by),
    ]) {
      expect(await outcomeOf(answer())).toMatchObject({ status: 403 });
    }
  }
  expect(await reader().$count(complianceSteps)).toBe(count);
  expect(await outcomeOf(requestDoor.loader(at("crq_khong-co")))).toMatchObject({ status: 404 });
  expect(await outcomeOf(act("crq_khong-co", FORMS.note))).toMatchObject({ status: 404 });
});

it("keeps what was asked and what was done as it was", async () => {
  const change = (sql: string) => inTransaction((tx) => Promise.resolve(tx.run(sql)));
  for (const sql of [
    "UPDATE compliance_requests SET answer_by = answer_by + 1",
    "UPDATE compliance_requests SET received_at = received_at + 1",
    "DELETE FROM compliance_requests",
    "UPDATE compliance_steps SET words = 'x'",
    "DELETE FROM compliance_steps",
    "UPDATE request_terms SET answer_count = 1",
    "DELETE FROM request_terms",
  ]) {
    await expect(change(sql)).rejects.toThrow();
  }
});

it("takes a product off sale with a reason that its household reads, and keeps all that it said", async () => {
  const slug = "ruou-bi-go";
  const productId = await insertTestProduct({ householdId: mine.householdId, slug });
  const withSlug = (reason: string, by = officer) =>
    takedownDoor.action({
      ...args(`/department/products/${slug}/takedown`, { form: { reason }, cookie: by.cookie }),
      params: { productSlug: slug },
    });
  expect(await faultsOf(withSlug(""))).toMatchObject({ status: 400 });
  expect(await outcomeOf(withSlug("Ghi sai xuất xứ", { ...agent }))).toMatchObject({ status: 403 });
  const before = await productOf(productId);
  expect(before?.status).toBe("published");
  const done = { status: 303, location: `/department/products/${slug}/takedown?done=1` };
  expect(await outcomeOf(withSlug("Ghi sai xuất xứ"))).toEqual(done);
  expect(await outcomeOf(withSlug("Ghi sai xuất xứ"))).toEqual(done);
  expect(await productOf(productId)).toEqual({
    ...before,
    status: "withdrawn",
    statusReason: "Ghi sai xuất xứ",
  });
  const isIts = eq(productEvents.productId, productId);
  const events = await reader().select().from(productEvents).where(isIts);
  expect(events.filter(({ toStatus }) => toStatus === "withdrawn")).toMatchObject([
    { reason: "Ghi sai xuất xứ", actorId: officer.id },
  ]);
  const loader = await takedownDoor.loader({
    ...args(`/department/products/${slug}/takedown`, { cookie: officer.cookie }),
    params: { productSlug: slug },
  });
  expect(loader).toMatchObject({ status: "withdrawn", reason: "Ghi sai xuất xứ" });
});

async function productOf(productId: string) {
  const [row] = await reader().select().from(products).where(eq(products.id, productId));
  return row;
}
