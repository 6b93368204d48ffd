import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { households } from "~db/schema/households";
import { notices } from "~db/schema/notices";
import { supplyDemands } from "~db/schema/supply";
import { restoreHousehold } from "~/domain/flows/restore-household.server";
import { suspendHousehold } from "~/domain/flows/suspend-household.server";
import { takeEvents } from "~/domain/notices/take-events.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { addDays, localDateOf, MINUTE_MS } from "~/platform/period";
import * as overviewDoor from "./department._index";
import * as casesDoor from "./department.supply.cases._index";
import * as endingDoor from "./department.supply.matches.$matchId_.ending";
import * as ownMatchDoor from "./household.supply_.matches.$matchId";
import {
  act,
  atField,
  BOARD,
  closeDemand,
  demand,
  harvest,
  load,
  matchForm,
  officer,
  open,
  tell,
  withdraw,
} from "./test-supply";
import { agent, args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

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
  await suspendHousehold(actor, { slug: "cua-toi", reason: "Thử" });
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

it("sends nobody to a household while it takes no orders, and keeps what it was promised", async () => {
  const { cookie, caseId, declarationId, demandId, loadMatch } = await matched("Mít", "mit");
  const close = (closure: { from: string; until: string } | null) =>
    inTransaction((tx) =>
      tx.update(households).set({ closure }).where(eq(households.id, mine.householdId)),
    );
  const today = localDateOf(now());
  const until = addDays(today, 3);
  await close({ from: today, until });
  const { desk } = await load(caseId, cookie);
  expect(desk.harvests).toMatchObject([{ freeKg: 500, household: { closedUntil: until } }]);
  expect(await loadMatch()).toMatchObject({ status: "open", household: { closedUntil: until } });
  const form = matchForm(declarationId, demandId, "100");
  expect(await act(caseId, form, cookie)).toMatchObject(
    atField("declarationId", "match_household_closed"),
  );
  await close({ from: addDays(today, 1), until });
  expect(await outcomeOf(act(caseId, form, cookie))).toMatchObject({ status: 303 });
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
  expect(await loadMatch()).toMatchObject({ changed: { byId: mine.userId } });
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
