import { desc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { notices } from "~db/schema/notices";
import { supplyDeclarations } from "~db/schema/supply";
import { supplyCases, supplyCaseSteps, supplyMatches } from "~db/schema/supply-cases";
import { takeEvents } from "~/domain/notices/take-events.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { addDays, localDateOf } from "~/platform/period";
import * as boardDoor from "./department.supply._index";
import * as casesDoor from "./department.supply.cases._index";
import * as matchDoor from "./department.supply.matches.$matchId";
import * as ownMatchDoor from "./household.supply_.matches.$matchId";
import * as ownDoor from "./household.supply";
import {
  act,
  atField,
  BOARD,
  closeDemand,
  days,
  demand,
  harvest,
  load,
  matchForm,
  monday,
  officer,
  open,
  tell,
  withdraw,
} from "./test-supply";
import { agent, args, mine, NO_CONSENT, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

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
