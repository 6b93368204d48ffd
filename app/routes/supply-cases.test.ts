import Database from "better-sqlite3";
import { and, desc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { notices } from "~db/schema/notices";
import { supplyDeclarations, supplyDemands } from "~db/schema/supply";
import { supplyCases, supplyCaseSteps, supplyMatches } from "~db/schema/supply-cases";
import { exportHousehold } from "~/domain/flows/export-household.server";
import { restoreHousehold } from "~/domain/flows/restore-household.server";
import { suspendTestHousehold } from "~/domain/flows/test-suspension";
import { insertTestConsent } from "~/domain/flows/test-consent";
import { insertTestUser } from "~/domain/flows/test-shop";
import { ALL_ROWS } from "~/domain/identity/scope";
import { cookieFor } from "~/domain/identity/test-session";
import { takeEvents } from "~/domain/notices/take-events.server";
import { findCase } from "~/domain/supply/queries-cases.server";
import { isNews } from "~/domain/supply/case-news";
import { weekOf } from "~/domain/supply/supply-board";
import { now, setClock } from "~/platform/clock.server";
import { databaseFile, inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { addDays, DAY_MS, localDateOf, MINUTE_MS } from "~/platform/period";
import * as overviewDoor from "./department._index";
import * as boardDoor from "./department.supply._index";
import * as caseDoor from "./department.supply.cases.$caseId";
import * as casesDoor from "./department.supply.cases._index";
import * as closingDoor from "./department.supply.demands.$demandId.closing";
import * as demandDoor from "./department.supply.demands._index";
import * as matchDoor from "./department.supply.matches.$matchId";
import * as endingDoor from "./department.supply.matches.$matchId_.ending";
import * as ownDoor from "./household.supply";
import * as withdrawalDoor from "./household.supply_.$declarationId.withdrawal";
import * as ownMatchDoor from "./household.supply_.matches.$matchId";
import { agent, args, mine, NO_CONSENT, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const BOARD = "/department/supply";
const monday = addDays(weekOf(localDateOf(now())), 7);
const days = { fromOn: monday, toOn: addDays(monday, 6) };
const facts = (produceName: string, quantityKg: string) => ({
  produceName,
  quantityKg,
  ...days,
  note: "",
});
const officer = async () => {
  const id = await insertTestUser({ role: "department_officer", fullName: "Cán bộ mẫu" });
  return { id, cookie: await cookieFor(id) };
};

async function harvest(produceName: string, quantityKg: string, cookie = mine.cookie) {
  const declarationId: string = newId("shd");
  const form = { declarationId, ...facts(produceName, quantityKg) };
  await ownDoor.action(args("/household/supply", { form, cookie }));
  return declarationId;
}

async function demand(produceName: string, quantityKg: string, cookie: string) {
  const demandId: string = newId("sdm");
  const who = { buyerName: "Siêu thị mẫu", contact: "chị Hoa" };
  const form = { demandId, ...who, ...facts(produceName, quantityKg) };
  await demandDoor.action(args(`${BOARD}/demands`, { form, cookie }));
  return demandId;
}

async function open(produceKey: string, cookie: string) {
  const form = { produceKey, from: monday };
  const { status, location } = await outcomeOf(
    casesDoor.action(args(`${BOARD}/cases`, { form, cookie })),
  );
  return { status, caseId: location?.split("/").at(-1) ?? "" };
}

const act = (caseId: string, form: Record<string, string>, cookie: string) =>
  caseDoor.action({
    ...args(`${BOARD}/cases/${caseId}`, { form, cookie }),
    params: { caseId },
  });
const load = (caseId: string, cookie: string) =>
  caseDoor.loader({ ...args(`${BOARD}/cases/${caseId}`, { cookie }), params: { caseId } });
const matchForm = (declarationId: string, demandId: string, quantityKg: string) => ({
  intent: "match",
  matchId: newId("sma") as string,
  declarationId,
  demandId,
  quantityKg,
});
const tell = (matchId: string, form: Record<string, string>, cookie: string) =>
  ownMatchDoor.action({
    ...args(`/household/supply/matches/${matchId}`, { form, cookie }),
    params: { matchId },
  });
const withdraw = (declarationId: string, cookie = mine.cookie) =>
  withdrawalDoor.action({
    ...args("/household/supply/x/withdrawal", { form: {}, cookie }),
    params: { declarationId },
  });
const closeDemand = (demandId: string, cookie: string) =>
  closingDoor.action({
    ...args(`${BOARD}/demands/x/closing`, { form: {}, cookie }),
    params: { demandId },
  });
/** A refusal whose fault stands at a field, with its figures behind the code. */
const atField = (field: string, fault: string) => ({
  data: { submission: { error: { [field]: [fault] } } },
  init: { status: 409 },
});

const yesterday = addDays(localDateOf(now()), -1);

const boardWeek = async (key: string, cookie: string) => {
  const { produce } = await boardDoor.loader(args(`${BOARD}?from=${monday}`, { cookie }));
  return produce.find((one) => one.key === key)?.weeks[0];
};

it("goes from a glut to what was sold: taken on, matched, told, known, ended", async () => {
  const { id: officerId, cookie } = await officer();
  const declarationId = await harvest("Cam sành", "2000");
  const demandId = await demand("cam SÀNH", "800", cookie);
  expect(await boardWeek("cam sanh", cookie)).toMatchObject({ overKg: 1_200, isGlut: true });

  const { status, caseId } = await open("cam sanh", cookie);
  expect(status).toBe(303);
  expect(await reader().select().from(supplyCases)).toMatchObject([
    { id: caseId, overKg: 1_200, ...days, handlerId: officerId, closedAt: null },
  ]);
  // A second officer, or the same button pressed twice, is led to the same case.
  const second = await officer();
  expect(await open("cam sanh", second.cookie)).toEqual({ status: 303, caseId });
  expect(await reader().$count(supplyCases)).toBe(1);

  const { desk } = await load(caseId, cookie);
  expect(desk.harvests).toMatchObject([{ id: declarationId, freeKg: 2_000 }]);
  expect(desk.demands).toMatchObject([{ id: demandId, freeKg: 800 }]);
  const form = matchForm(declarationId, demandId, "500");
  const matched = { status: 303, location: `${BOARD}/cases/${caseId}?done=match` };
  expect(await outcomeOf(act(caseId, form, cookie))).toEqual(matched);
  expect(await outcomeOf(act(caseId, form, cookie))).toEqual(matched);
  expect(await reader().$count(supplyMatches)).toBe(1);
  // What is matched stays on both sides until it is known to be sold.
  expect(await boardWeek("cam sanh", cookie)).toMatchObject({ overKg: 1_200 });

  await takeEvents();
  const [told] = await reader()
    .select({ facts: notices.facts, recipientId: notices.recipientId })
    .from(notices)
    .where(eq(notices.kind, "household_buyer_found"));
  expect(told).toMatchObject({
    recipientId: mine.householdId,
    facts: { about: "500 kg Cam sành" },
  });
  const own = await ownDoor.loader(args("/household/supply", { cookie: mine.cookie }));
  expect(own.matches).toMatchObject([
    { quantityKg: 500, status: "open", buyer: { name: "Siêu thị mẫu", contact: "chị Hoa" } },
  ]);

  const { matchId } = form;
  expect(await outcomeOf(tell(matchId, { soldKg: "450", words: "" }, mine.cookie))).toEqual({
    status: 303,
    location: "/household/supply?done=result",
  });
  // Sold is gone from both sides.
  expect(await boardWeek("cam sanh", cookie)).toMatchObject({
    declaredKg: 1_550,
    demandedKg: 350,
    overKg: 1_200,
  });

  const note = { intent: "note", stepId: newId("scs"), words: "Đã gọi siêu thị" };
  await act(caseId, note, cookie);
  await act(caseId, note, cookie);
  const over = { intent: "hand_over", stepId: newId("scs"), handlerId: second.id, words: "" };
  await act(caseId, over, cookie);
  const end = { intent: "close", stepId: newId("scs"), outcome: "partly", words: "" };
  expect(await outcomeOf(act(caseId, end, second.cookie))).toMatchObject({ status: 303 });
  const after = await load(caseId, cookie);
  expect(after.desk.steps.map(({ step }) => step)).toEqual([
    "closed",
    "handed_over",
    "noted",
    "opened",
  ]);
  expect(after.found).toMatchObject({
    outcome: "partly",
    handler: { id: second.id },
    soldKg: 450,
    openKg: 0,
  });
  expect(await act(caseId, { ...end, stepId: newId("scs") }, cookie)).toMatchObject({
    data: { failure: { code: "case_closed" } },
  });
  // It may come again.
  const again = await open("cam sanh", cookie);
  expect(again.caseId).not.toBe(caseId);
  const { open: openCases, closed } = await casesDoor.loader(args(`${BOARD}/cases`, { cookie }));
  expect(openCases.map(({ id }) => id)).toEqual([again.caseId]);
  expect(closed.map(({ id }) => id)).toEqual([caseId]);
  const acts = await reader()
    .select({ action: auditEntries.action, after: auditEntries.after })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, matchId))
    .orderBy(desc(auditEntries.id));
  expect(acts.map(({ action }) => action)).toEqual(["supply_match.result", "supply_match.make"]);
});

it("gives no kilogram away twice, whatever was taken back in between", async () => {
  const { cookie } = await officer();
  const first = await harvest("Lê vàng", "1000");
  const wanted = await demand("Lê vàng", "700", cookie);
  const more = await demand("Lê vàng", "900", cookie);
  const { caseId } = await open("le vang", cookie);
  const refused = (kg: number) => atField("quantityKg", `match_too_much?kg=${kg}`);
  expect(await act(caseId, matchForm(first, wanted, "701"), cookie)).toMatchObject(refused(700));
  const one = matchForm(first, wanted, "700");
  await act(caseId, one, cookie);
  expect(await act(caseId, matchForm(first, more, "301"), cookie)).toMatchObject(refused(300));
  // The buyer gives up: what was kept for them is free for another.
  await closeDemand(wanted, cookie);
  expect((await load(caseId, cookie)).desk.matches).toMatchObject([{ status: "off" }]);
  await act(caseId, matchForm(first, more, "800"), cookie);
  // They bought a part all the same: no more than is left, and that much is known.
  const late = { soldKg: "300", words: "" };
  expect(await tell(one.matchId, late, mine.cookie)).toMatchObject(
    atField("soldKg", "match_too_much?kg=200"),
  );
  expect(await outcomeOf(tell(one.matchId, { ...late, soldKg: "200" }, mine.cookie))).toMatchObject(
    { status: 303 },
  );
  const { desk } = await load(caseId, cookie);
  expect(desk.harvests).toMatchObject([{ id: first, freeKg: 0 }]);
  // Put right: nothing came of it after all.
  const { desk: told } = await load(caseId, cookie);
  const resultAt = told.matches.find(({ id }) => id === one.matchId)?.resultAt;
  const mended = { soldKg: "0", words: "Xe không lên được", seenAt: String(resultAt) };
  await tell(one.matchId, mended, mine.cookie);
  expect((await load(caseId, cookie)).desk.harvests).toMatchObject([{ freeKg: 200 }]);
  expect(await outcomeOf(withdraw(first))).toMatchObject({ status: 303 });
  expect(await act(caseId, matchForm(first, more, "1"), cookie)).toMatchObject(
    atField("declarationId", "match_harvest_missing"),
  );
});

it.each([
  [{ intent: "match", matchId: newId("sma"), quantityKg: "x" }, "declarationId"],
  [{ intent: "match", matchId: newId("sma"), declarationId: "a", demandId: "b" }, "quantityKg"],
  [{ intent: "note", stepId: newId("scs"), words: " " }, "words"],
  [{ intent: "note", stepId: newId("scs"), words: "a".repeat(401) }, "words"],
  [{ intent: "hand_over", stepId: newId("scs") }, "handlerId"],
  [{ intent: "close", stepId: newId("scs"), outcome: "won" }, "outcome"],
  [{ intent: "else" }, "intent"],
])("refuses %j at its field and writes nothing", async (form, field) => {
  const { cookie } = await officer();
  await harvest("Hồng giòn", "900");
  const { caseId } = await open("hong gion", cookie);
  const countAll = async () => [
    await reader().$count(supplyMatches),
    await reader().$count(supplyCaseSteps),
  ];
  const before = await countAll();
  expect(await act(caseId, form, cookie)).toMatchObject({
    data: { submission: { error: { [field]: [expect.any(String)] } } },
    init: { status: 400 },
  });
  expect(await countAll()).toEqual(before);
});

it("takes no form for another one that was sent before", async () => {
  const { cookie } = await officer();
  const mineOf = await harvest("Su su", "900");
  const wanted = await demand("Su su", "900", cookie);
  const { caseId } = await open("su su", cookie);
  await harvest("Cà chua", "900");
  const other = await open("ca chua", cookie);
  const outdated = { data: { failure: { code: "form_outdated" } }, init: { status: 409 } };
  const note = { intent: "note", stepId: newId("scs"), words: "Đã gọi" };
  await act(caseId, note, cookie);
  // Back in the browser, and on with another form of the same page; or the same by hand for another case.
  const end = { intent: "close", stepId: note.stepId, outcome: "placed", words: "" };
  expect(await act(caseId, end, cookie)).toMatchObject(outdated);
  expect(await act(caseId, { ...note, words: "Đã gọi lại" }, cookie)).toMatchObject(outdated);
  expect(await act(other.caseId, note, cookie)).toMatchObject(outdated);
  expect((await load(caseId, cookie)).found.closedAt).toBeNull();
  const match = matchForm(mineOf, wanted, "500");
  await act(caseId, match, cookie);
  expect(await act(caseId, { ...match, quantityKg: "50" }, cookie)).toMatchObject(outdated);
  expect(await act(other.caseId, match, cookie)).toMatchObject(outdated);
});

it("reaches a harvest behind more than a page of others, and none that is over", async () => {
  const { cookie } = await officer();
  const last = await harvest("Bưởi", "900");
  const wanted = await demand("Bưởi", "900", cookie);
  const [kept] = await reader()
    .select()
    .from(supplyDeclarations)
    .where(eq(supplyDeclarations.id, last));
  const row = present(kept, "just declared");
  const early = Array.from({ length: 301 }, () => ({
    ...row,
    id: newId("shd"),
    fromOn: addDays(row.fromOn, -1),
  }));
  const over = { ...row, id: newId("shd"), fromOn: addDays(row.fromOn, -90), toOn: yesterday };
  await inTransaction((tx) => tx.insert(supplyDeclarations).values([...early, over]));
  const { caseId } = await open("buoi", cookie);
  expect(await outcomeOf(act(caseId, matchForm(last, wanted, "100"), cookie))).toMatchObject({
    status: 303,
  });
  expect(await act(caseId, matchForm(over.id, wanted, "100"), cookie)).toMatchObject(
    atField("declarationId", "match_harvest_missing"),
  );
});

it("hands a case over to officers of the department only", async () => {
  const { cookie } = await officer();
  await harvest("Mận", "900");
  const { caseId } = await open("man", cookie);
  const over = { intent: "hand_over", stepId: newId("scs"), handlerId: mine.userId, words: "" };
  expect(await act(caseId, over, cookie)).toMatchObject(
    atField("handlerId", "case_handler_missing"),
  );
  const other = await officer();
  const given = { intent: "hand_over", stepId: newId("scs"), handlerId: other.id, words: "" };
  expect(await outcomeOf(act(caseId, given, cookie))).toMatchObject({ status: 303 });
  // Sent twice it is done; sent to another by the same form it is not; and nobody gets what they have.
  expect(await outcomeOf(act(caseId, given, cookie))).toMatchObject({ status: 303 });
  expect(await act(caseId, { ...given, handlerId: (await officer()).id }, cookie)).toMatchObject({
    data: { failure: { code: "form_outdated" } },
    init: { status: 409 },
  });
  const again = { ...given, stepId: newId("scs") };
  expect(await act(caseId, again, cookie)).toMatchObject(atField("handlerId", "case_handler_same"));
  const { found, desk } = await load(caseId, other.cookie);
  expect(found).toMatchObject({ handler: { id: other.id }, seenAt: null });
  expect(desk.steps.filter(({ step }) => step === "handed_over")).toHaveLength(1);
});

it("takes for read only what was on the page, whenever it was done while that was made", async () => {
  const { cookie, caseId, matchId } = await matched("Chuối", "chuoi");
  const elsewhere = new Database(databaseFile());
  const say = elsewhere.prepare(
    "UPDATE supply_matches SET sold_kg = ?, result_at = ?, result_by_id = ? WHERE id = ?",
  );
  const from = Date.now();
  let askedCount = 0;
  for (let at = 1; at === 1 || askedCount >= at - 1; at += 1) {
    let saidAt: number | null = null;
    say.run(null, null, null, matchId);
    askedCount = 0;
    setClock(() => {
      askedCount += 1;
      const moment = from + askedCount;
      if (askedCount === at) {
        saidAt = moment;
        say.run(100, moment, mine.userId, matchId);
      }
      return moment;
    });
    const { desk } = await load(caseId, cookie);
    const isOnPage = desk.matches.some(({ soldKg }) => soldKg !== null);
    if (saidAt !== null && !isOnPage) expect(desk.shownAt).toBeLessThan(saidAt);
  }
  expect(askedCount).toBeGreaterThan(3);
  elsewhere.close();
  setClock();
});

it("matches goods of one kind, and of a kind that is on the board", async () => {
  const { cookie } = await officer();
  await harvest("Gừng", "900");
  const other = await harvest("Nghệ", "900");
  const wanted = await demand("Gừng", "900", cookie);
  const { caseId } = await open("gung", cookie);
  expect(await act(caseId, matchForm(other, wanted, "1"), cookie)).toMatchObject(
    atField("declarationId", "match_harvest_missing"),
  );
  expect(await open("khong co", cookie)).toMatchObject({ status: 404 });
  for (const from of ["", "0000-01-01", "9999-12-31", "x"]) {
    const asked = args(`${BOARD}/cases`, { form: { produceKey: "gung", from }, cookie });
    expect(await outcomeOf(casesDoor.action(asked))).toMatchObject({ status: 400 });
  }
});

it("is the department's and the household's own", async () => {
  const { cookie } = await officer();
  const declarationId = await harvest("Thảo quả", "900");
  const demandId = await demand("Thảo quả", "900", cookie);
  const { caseId } = await open("thao qua", cookie);
  const form = matchForm(declarationId, demandId, "100");
  for (const other of [mine.cookie, theirs.cookie, agent.cookie]) {
    expect(await outcomeOf(act(caseId, form, other))).toMatchObject({ status: 403 });
    expect(await outcomeOf(load(caseId, other))).toMatchObject({ status: 403 });
    expect(await open("thao qua", other)).toMatchObject({ status: 403 });
  }
  await act(caseId, form, cookie);
  const result = { soldKg: "100", words: "" };
  const { matchId } = form;
  expect(await outcomeOf(tell(matchId, result, theirs.cookie))).toMatchObject({ status: 404 });
  expect(await outcomeOf(tell(matchId, result, agent.cookie))).toEqual(NO_CONSENT);
  const at = args(`/household/supply/matches/${matchId}`, { cookie: theirs.cookie });
  expect(await outcomeOf(ownMatchDoor.loader({ ...at, params: { matchId } }))).toMatchObject({
    status: 404,
  });
  const byOfficer = matchDoor.action({
    ...args(`${BOARD}/matches/${matchId}`, { form: result, cookie }),
    params: { matchId },
  });
  expect(await outcomeOf(byOfficer)).toEqual({
    status: 303,
    location: `${BOARD}/cases/${caseId}?done=result`,
  });
});

it("keeps what was matched, and what was done, as it was", async () => {
  const change = (sql: string) => inTransaction((tx) => Promise.resolve(tx.run(sql)));
  for (const sql of [
    "UPDATE supply_matches SET quantity_kg = 1",
    "UPDATE supply_matches SET ended_by = 'buyer' WHERE ended_at IS NOT NULL",
    "DELETE FROM supply_matches",
    "UPDATE supply_case_steps SET words = 'x'",
    "DELETE FROM supply_case_steps",
  ]) {
    await expect(change(sql)).rejects.toThrow();
  }
});

/** An open match of 500 kg of a kind of its own, made by a new officer. */
async function matched(produceName: string, produceKey: string) {
  const by = await officer();
  const declarationId = await harvest(produceName, "1000");
  const demandId = await demand(produceName, "700", by.cookie);
  const { caseId } = await open(produceKey, by.cookie);
  const form = matchForm(declarationId, demandId, "500");
  await act(caseId, form, by.cookie);
  await takeEvents();
  const loadMatch = async () => {
    const { desk } = await load(caseId, by.cookie);
    return present(
      desk.matches.find(({ id }) => id === form.matchId),
      "just made",
    );
  };
  return { ...by, caseId, declarationId, demandId, matchId: form.matchId, loadMatch };
}

const end = (matchId: string, reason: string, cookie: string) =>
  endingDoor.action({
    ...args(`${BOARD}/matches/${matchId}/ending`, { form: { reason }, cookie }),
    params: { matchId },
  });
const toldOf = async (matchId: string) => {
  await takeEvents();
  return reader()
    .select({ recipientId: notices.recipientId, facts: notices.facts })
    .from(notices)
    .where(and(eq(notices.kind, "household_buyer_lost"), eq(notices.eventId, `ended:${matchId}`)));
};
const overview = async (cookie: string) =>
  (await overviewDoor.loader(args("/department", { cookie }))).waiting;
const casesShown = async (show: string, cookie: string) => {
  const { open: cases } = await casesDoor.loader(args(`${BOARD}/cases?show=${show}`, { cookie }));
  return cases.map(({ id, hasNews }) => ({ id, hasNews }));
};
const later = (minutes: number) => setClock(() => Date.now() + minutes * MINUTE_MS);

it("tells a household once that the buyer who was sent wants nothing any more", async () => {
  const { cookie, demandId, matchId, loadMatch } = await matched("Quýt", "quyt");
  await closeDemand(demandId, cookie);
  await closeDemand(demandId, cookie);
  expect(await loadMatch()).toMatchObject({ status: "off", endedBy: "buyer", soldKg: null });
  expect(await toldOf(matchId)).toMatchObject([
    { recipientId: mine.householdId, facts: { about: "500 kg Quýt" } },
  ]);
  const acts = await reader()
    .select({ action: auditEntries.action, after: auditEntries.after })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, matchId));
  expect(acts).toMatchObject([
    { action: "supply_match.make" },
    { action: "supply_match.end", after: { by: "buyer" } },
  ]);
});

it("refuses a harvest told anew below what was sold of it, at its field, with all that was typed", async () => {
  const { matchId, declarationId } = await matched("Cam V2", "cam v2");
  await tell(matchId, { soldKg: "450", words: "" }, mine.cookie);
  await withdraw(declarationId);
  const form = {
    declarationId: newId("shd") as string,
    ...facts("Cam V2", "449"),
    note: "Ruộng trên",
  };
  const send = (quantityKg: string) =>
    ownDoor.action(
      args("/household/supply", { form: { ...form, quantityKg }, cookie: mine.cookie }),
    );
  expect(await send("449")).toMatchObject({
    data: {
      submission: {
        initialValue: form,
        error: { quantityKg: ["supply_below_sold?kg=450"] },
      },
    },
    init: { status: 409 },
  });
  expect(await outcomeOf(send("450"))).toMatchObject({ status: 303 });
});

it("tells nobody of what is known already, nor a household of what it took back itself", async () => {
  const known = await matched("Quất", "quat");
  await tell(known.matchId, { soldKg: "400", words: "" }, mine.cookie);
  await closeDemand(known.demandId, known.cookie);
  expect(await known.loadMatch()).toMatchObject({ status: "known", endedBy: null });
  expect(await toldOf(known.matchId)).toEqual([]);
  const own = await matched("Chanh", "chanh");
  await withdraw(own.declarationId);
  expect(await own.loadMatch()).toMatchObject({ status: "off", endedBy: "household" });
  expect(await toldOf(own.matchId)).toEqual([]);
});

it("tells a household of the buyer who is lost with the harvest that its helper took back", async () => {
  const { householdId } = mine;
  const { declarationId, matchId, loadMatch } = await matched("Bơ", "bo");
  await insertTestConsent({ agentId: agent.id, householdId, expiresAt: now() + DAY_MS });
  const helping = `${agent.cookie}; acting=${householdId}`;
  expect(await outcomeOf(withdraw(declarationId, helping))).toMatchObject({ status: 303 });
  expect(await loadMatch()).toMatchObject({ status: "off", endedBy: "household" });
  expect(await toldOf(matchId)).toMatchObject([
    { recipientId: householdId, facts: { about: "500 kg Bơ" } },
  ]);
  await inTransaction((tx) => tx.delete(delegations).where(eq(delegations.agentId, agent.id)));
});

it("lets an officer end a match with a reason, which the household reads; what it took up is free", async () => {
  const { cookie, caseId, matchId, loadMatch } = await matched("Đào", "dao");
  expect(await end(matchId, " ", cookie)).toMatchObject({
    data: { submission: { error: { reason: ["end_reason_missing"] } } },
    init: { status: 400 },
  });
  for (const other of [mine.cookie, theirs.cookie, agent.cookie]) {
    expect(await outcomeOf(end(matchId, "Thử", other))).toMatchObject({ status: 403 });
  }
  expect(await outcomeOf(end("sma_none", "Thử", cookie))).toMatchObject({ status: 404 });
  expect(await outcomeOf(end(matchId, "Xe không vào được bản", cookie))).toEqual({
    status: 303,
    location: `${BOARD}/cases/${caseId}?done=ending`,
  });
  expect(await loadMatch()).toMatchObject({
    status: "off",
    endedBy: "officer",
    endReason: "Xe không vào được bản",
  });
  expect(await toldOf(matchId)).toMatchObject([{ facts: { reason: "Xe không vào được bản" } }]);
  expect((await load(caseId, cookie)).desk).toMatchObject({
    harvests: [{ freeKg: 1_000 }],
    demands: [{ freeKg: 700 }],
  });
  const by = { kind: "user", userId: mine.userId, role: "household_member" } as const;
  const told = await exportHousehold(by, ALL_ROWS, mine.householdId);
  const ended = { endedBy: "officer", endReason: "Xe không vào được bản", soldKg: null };
  const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  expect(told.ok ? told.value : null).toMatchObject({
    buyersSent: expect.arrayContaining([
      expect.objectContaining({ produceName: "Đào", ...ended, endedAt: iso }),
    ]),
  });
  // The same form sent twice is done, and nobody is told twice.
  expect(await outcomeOf(end(matchId, "Xe không vào được bản", cookie))).toMatchObject({
    status: 303,
  });
  expect(await toldOf(matchId)).toHaveLength(1);
  const noted = await reader()
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, matchId));
  expect(noted.map(({ action }) => action)).toEqual(["supply_match.make", "supply_match.end"]);
  // Ended once; what came of it all the same may still be said.
  expect(await end(matchId, "Lần nữa", cookie)).toMatchObject({
    data: { failure: { code: "match_not_open" } },
    init: { status: 409 },
  });
  await tell(matchId, { soldKg: "100", words: "" }, mine.cookie);
  expect(await loadMatch()).toMatchObject({ status: "known", soldKg: 100 });
  expect(await end(matchId, "Lần nữa", cookie)).toMatchObject({
    data: { failure: { code: "match_not_open" } },
  });
});

it("keeps no buyer for a household that is suspended, nor gives one to it, also when it may sell again", async () => {
  const { id, cookie, caseId, matchId, demandId, declarationId, loadMatch } = await matched(
    "Ổi",
    "oi",
  );
  const actor = { kind: "user", userId: id, role: "department_officer" } as const;
  await suspendTestHousehold(actor, { slug: "cua-toi", reason: "Thử" });
  expect(await loadMatch()).toMatchObject({ status: "off", endedBy: "suspension" });
  expect(await toldOf(matchId)).toEqual([]); // it is told of the suspension itself
  const { desk } = await load(caseId, cookie);
  expect(desk.harvests).toEqual([]);
  expect(desk.demands).toMatchObject([{ id: demandId, freeKg: 700 }]);
  expect(await act(caseId, matchForm(declarationId, demandId, "1"), cookie)).toMatchObject(
    atField("declarationId", "match_harvest_missing"),
  );
  const other = await harvest("Ổi", "700", theirs.cookie);
  await act(caseId, matchForm(other, demandId, "700"), cookie);
  await restoreHousehold(actor, { slug: "cua-toi" });
  expect(await loadMatch()).toMatchObject({ status: "off" });
  expect((await load(caseId, cookie)).desk.demands).toMatchObject([{ freeKg: 0 }]);
});

it("sends nobody to a household that takes no orders on all days of its harvest, and keeps what it was promised", async () => {
  const { cookie, caseId, declarationId, demandId, loadMatch } = await matched("Mít", "mit");
  const close = (closure: { from: string; until: string } | null) =>
    inTransaction((tx) =>
      tx.update(households).set({ closure }).where(eq(households.id, mine.householdId)),
    );
  const form = matchForm(declarationId, demandId, "100");
  const today = localDateOf(now());
  const isRefused = async (closure: { from: string; until: string }) => {
    await close(closure);
    const { desk } = await load(caseId, cookie);
    expect(desk.harvests).toMatchObject([{ freeKg: 500, household: { closure } }]);
    expect(await loadMatch()).toMatchObject({ status: "open", household: { closure } });
    expect(await act(caseId, form, cookie)).toMatchObject(
      atField("declarationId", "match_household_closed"),
    );
  };
  await isRefused({ from: today, until: days.toOn });
  await isRefused({ from: days.fromOn, until: addDays(days.toOn, 9) });
  const isFree = async (closure: { from: string; until: string }, sent: Record<string, string>) => {
    await close(closure);
    expect(await loadMatch()).toMatchObject({ status: "open", household: { closure: null } });
    expect(await outcomeOf(act(caseId, sent, cookie))).toMatchObject({ status: 303 });
  };
  await isFree({ from: today, until: addDays(days.toOn, -1) }, form);
  const later = { from: addDays(days.fromOn, 1), until: addDays(days.toOn, 9) };
  await isFree(later, matchForm(declarationId, demandId, "50"));
  await close(null);
});

it("overwrites no result that its form did not show", async () => {
  const { matchId, loadMatch } = await matched("Na", "na");
  await tell(matchId, { soldKg: "300", words: "Lấy trước" }, mine.cookie);
  const stale = { soldKg: "250", words: "Cân lại" };
  const said = { data: { failure: { code: "match_result_changed", detail: { kg: 300 } } } };
  expect(await tell(matchId, stale, mine.cookie)).toMatchObject({
    data: { ...said.data, submission: { initialValue: stale } },
    init: { status: 409 },
  });
  expect(await loadMatch()).toMatchObject({ soldKg: 300, resultWords: "Lấy trước" });
  // The same sent twice is nothing new.
  const same = { soldKg: "300", words: "Lấy trước" };
  expect(await outcomeOf(tell(matchId, same, mine.cookie))).toMatchObject({ status: 303 });
  const at = args(`/household/supply/matches/${matchId}`, { cookie: mine.cookie });
  const shown = await ownMatchDoor.loader({ ...at, params: { matchId } });
  const seenAt = String(shown.match.resultAt);
  const mended = await outcomeOf(tell(matchId, { ...stale, seenAt }, mine.cookie));
  expect(mended).toMatchObject({ status: 303 });
  expect(await loadMatch()).toMatchObject({ soldKg: 250 });
  expect(await tell(matchId, { ...same, seenAt }, mine.cookie)).toMatchObject({
    data: { failure: { code: "match_result_changed", detail: { kg: 250 } } },
  });
  expect(await tell(matchId, { ...same, seenAt: "x" }, mine.cookie)).toMatchObject({
    data: { submission: { error: { seenAt: ["form_outdated"] } } },
  });
});

it("counts an officer's cases with news until they have been read", async () => {
  const { cookie, caseId, declarationId, loadMatch } = await matched("Vải", "vai");
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 0 });
  later(1);
  await withdraw(declarationId);
  expect((await loadMatch()).changes).toMatchObject([{}, { byId: mine.userId }]);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 1 });
  expect(await casesShown("news", cookie)).toEqual([{ id: caseId, hasNews: true }]);
  const other = await officer();
  expect(await overview(other.cookie)).toMatchObject({ caseNewsCount: 0 });
  expect(await casesShown("mine", other.cookie)).toEqual([]);

  const { desk } = await load(caseId, cookie);
  later(2);
  const note = { intent: "note", stepId: newId("scs"), words: "Đã gọi hộ" };
  await act(caseId, note, other.cookie);
  const see = { intent: "see", shownAt: String(desk.shownAt) };
  expect(await outcomeOf(act(caseId, see, other.cookie))).toMatchObject({ status: 404 });
  await act(caseId, see, cookie);
  // What came after the page was made is still news.
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 1 });
  later(3);
  await act(caseId, { ...see, shownAt: String(now()) }, cookie);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 0 });
  expect(await casesShown("news", cookie)).toEqual([]);
  expect(await casesShown("mine", cookie)).toEqual([{ id: caseId, hasNews: false }]);
  later(4);
  await act(caseId, { ...note, stepId: newId("scs") }, cookie); // one's own is no news
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 0 });
  const future = { intent: "see", shownAt: String(now() + 60 * MINUTE_MS) };
  await act(caseId, future, cookie);
  later(5);
  await act(caseId, { ...note, stepId: newId("scs") }, other.cookie);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 1 });

  const over = { intent: "hand_over", stepId: newId("scs"), handlerId: other.id, words: "" };
  await act(caseId, over, cookie);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 0 });
  expect(await overview(other.cookie)).toMatchObject({ caseNewsCount: 1 });
  setClock();
});

it("counts a match that another officer makes on the case as news, and none of one's own", async () => {
  const { id, cookie, caseId, declarationId, demandId } = await matched("Xoài", "xoai");
  later(1);
  await act(caseId, matchForm(declarationId, demandId, "100"), cookie);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 0 });
  const other = await officer();
  later(2);
  const theirOwn = matchForm(declarationId, demandId, "50");
  await act(caseId, theirOwn, other.cookie);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 1 });
  expect(await overview(other.cookie)).toMatchObject({ caseNewsCount: 0 });
  // Ended by oneself before one has read that it was made: it is new all the same.
  later(3);
  await end(theirOwn.matchId, "Trùng", cookie);
  const { found, desk } = await load(caseId, cookie);
  const newOnes = desk.matches.filter(({ changes }) => changes.some((done) => isNews(found, done)));
  expect(newOnes).toMatchObject([
    { id: theirOwn.matchId, changes: [{ byId: other.id }, { byId: id }] },
  ]);
  await act(caseId, { intent: "see", shownAt: String(desk.shownAt) }, cookie);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 0 });
  setClock();
});

it("finds an officer's own cases behind more than a page of others'", async () => {
  const other = await officer();
  const { cookie, caseId, matchId } = await matched("Sấu", "sau");
  later(1);
  await tell(matchId, { soldKg: "1", words: "" }, mine.cookie);
  const [row] = await reader().select().from(supplyCases).where(eq(supplyCases.id, caseId));
  const own = present(row, "just opened");
  const many = (count: number, change: Partial<typeof own>) =>
    Array.from({ length: count }, (_, at) => ({
      ...own,
      id: newId("sca"),
      produceKey: `sau ${at}`,
      handlerId: other.id,
      openedAt: own.openedAt - MINUTE_MS,
      ...change,
    }));
  const ended = { outcome: "unsold", closedAt: now() } as const;
  const ownEnded = { ...own, id: newId("sca"), ...ended };
  await inTransaction(async (tx) => {
    await tx.insert(supplyCases).values(many(201, {}));
    await tx.insert(supplyCases).values(many(101, { ...ended, closedAt: now() + 1 }));
    await tx.insert(supplyCases).values(ownEnded);
  });
  expect(await casesShown("all", cookie)).not.toContainEqual({ id: caseId, hasNews: true });
  expect(await casesShown("mine", cookie)).toEqual([{ id: caseId, hasNews: true }]);
  expect(await casesShown("news", cookie)).toEqual([{ id: caseId, hasNews: true }]);
  const closedOf = async (show: string) =>
    (await casesDoor.loader(args(`${BOARD}/cases?show=${show}`, { cookie }))).closed;
  expect(await closedOf("mine")).toMatchObject([{ id: ownEnded.id }]);
  expect(await closedOf("news")).toEqual([]);
  await inTransaction((tx) => tx.delete(supplyCases).where(eq(supplyCases.handlerId, other.id)));
  setClock();
});

it("counts a result that a household tells as news, and none of a case that has ended", async () => {
  const { cookie, caseId, matchId } = await matched("Nhãn", "nhan");
  later(1);
  await tell(matchId, { soldKg: "500", words: "" }, mine.cookie);
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 1 });
  await act(
    caseId,
    { intent: "close", stepId: newId("scs"), outcome: "placed", words: "" },
    cookie,
  );
  expect(await overview(cookie)).toMatchObject({ caseNewsCount: 0 });
  setClock();
});

it("lets a case end only as can be true", async () => {
  const { cookie, caseId, matchId } = await matched("Hồng xiêm", "hong xiem");
  const close = (outcome: string) =>
    act(caseId, { intent: "close", stepId: newId("scs"), outcome, words: "" }, cookie);
  for (const untrue of ["placed", "partly"]) {
    expect(await close(untrue)).toMatchObject(atField("outcome", "case_outcome_untrue"));
  }
  await tell(matchId, { soldKg: "500", words: "" }, mine.cookie);
  expect(await close("unsold")).toMatchObject(atField("outcome", "case_outcome_untrue"));
  expect(await outcomeOf(close("partly"))).toMatchObject({ status: 303 });
});

it("lets a case end because households sold it themselves, matched or not", async () => {
  const matchedCase = await matched("Mận tam hoa", "man tam hoa");
  await tell(matchedCase.matchId, { soldKg: "500", words: "" }, mine.cookie);
  const unmatched = await matched("Mận cơm", "man com");
  for (const { cookie, caseId } of [matchedCase, unmatched]) {
    const form = { intent: "close", stepId: newId("scs"), outcome: "sold_otherwise", words: "" };
    expect(await outcomeOf(act(caseId, form, cookie))).toMatchObject({ status: 303 });
    expect(await findCase(caseId)).toMatchObject({ outcome: "sold_otherwise" });
  }
});

it("counts what buyers wrote and nobody has called back about", async () => {
  const { cookie } = await officer();
  const before = (await overview(cookie)).askedDemandCount;
  const [row] = await reader().select().from(supplyDemands).limit(1);
  const asked = {
    ...present(row, "demands were noted"),
    notedById: null,
    confirmedAt: null,
    closedAt: null,
  };
  const over = { fromOn: "2020-01-01", toOn: "2020-01-02" };
  await inTransaction((tx) =>
    tx.insert(supplyDemands).values([
      { ...asked, id: newId("sdm") },
      { ...asked, id: newId("sdm"), ...over },
      { ...asked, id: newId("sdm"), closedAt: now() },
      { ...asked, id: newId("sdm"), confirmedAt: now() },
    ]),
  );
  expect(await overview(cookie)).toMatchObject({ askedDemandCount: before + 1 });
});
