import { desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { periodPublications } from "~db/schema/statistics-periods";
import { releaseOutcomes, releaseSteps } from "~db/schema/statistics-releases";
import type { UserActor } from "~/domain/audit/actor";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { readPublishedMonths } from "~/domain/statistics/queries-published.server";
import {
  countMissedReleases,
  findReleaseTurn,
  listCalendarMonths,
  readPublicReleases,
  readReleaseGaps,
} from "~/domain/statistics/queries-releases.server";
import { readMonthlyReport } from "~/domain/statistics/queries-report.server";
import { hasMissed, punctualityOf } from "~/domain/statistics/releases";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { MINUTE_MS, momentOf, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { announceReleases } from "./announce-releases.server";
import { closePeriod } from "./close-period.server";
import { enterRetailTotal } from "./enter-retail-total.server";
import { publishDue } from "./publish-due.server";
import { publishPeriod } from "./publish-period.server";
import { retireOfficer } from "./retire-officer.server";
import { revisePeriod } from "./revise-period.server";
import { insertSellers, livePast, type PastOrder } from "./test-past";
import { insertTestShop, insertTestUser } from "./test-shop";
import { withdrawRelease } from "./withdraw-release.server";

let close: () => void;
let officer: UserActor;
let other: UserActor;
const OCTOBER = "2026-10";
const NOVEMBER = "2026-11";
const at = (date: string, time = "09:00") => momentOf(date, time);
const DUE = at("2026-11-12");

beforeEach(async () => {
  close = openTestDatabase();
  setClock(at("2026-11-05"));
  await insertTestShop();
  officer = await insertOfficer("Lê Thị Duyệt");
  other = await insertOfficer("Hoàng Văn Khác");
  await sellInOctober();
});
afterEach(() => {
  setClock();
  close();
});

async function insertOfficer(fullName: string): Promise<UserActor> {
  const userId = await insertTestUser({ role: "department_officer", fullName });
  return { kind: "user", userId, role: "department_officer" };
}

async function sellInOctober(days = 5) {
  const [seller] = await insertSellers();
  if (!seller) throw new Error("no seller");
  const order: PastOrder = {
    seller: 0,
    status: "delivered",
    channel: "web",
    method: "vietqr",
    cash: "all",
    shippingVnd: 0,
    border: 0,
    offsetMs: days * 86_400_000,
    lines: [{ ocopSet: 4, stars: 3, quantity: 2, unitPriceVnd: 50_000, backCount: 0 }],
    back: null,
  };
  await inTransaction((tx) => livePast(tx, order, { first: OCTOBER, seller }));
}

const codeOf = (result: { ok: boolean; code?: string }) => result.code ?? "ok";
const seenOf = async (month: string) => (await findReleaseTurn(month))?.seen ?? 0;
type Said = { month?: string; reason?: string; seen?: number; by?: UserActor };
const announce = async (dueAt: number, said: Said = {}) => {
  const { month = OCTOBER, reason = "", by = officer } = said;
  const seen = said.seen ?? (await seenOf(month));
  return codeOf(await announceReleases(by, [{ month, dueAt, reason, seen }]));
};
const withdraw = async (reason = "Chờ số của cơ quan thống kê") =>
  codeOf(await withdrawRelease(officer, { month: OCTOBER, reason, seen: await seenOf(OCTOBER) }));
const closeMonth = async (month = OCTOBER) => {
  const seen = (await findPeriod(month))?.seen ?? "";
  const closedBy = { id: officer.userId, name: "Lê Thị Duyệt" };
  return codeOf(await closePeriod(officer, { month, seen, closedBy }));
};
const publishByHand = async (edition = 1, month = OCTOBER) =>
  codeOf(await publishPeriod(officer, { month, edition, publishedById: officer.userId }));
const stateOf = async (month = OCTOBER) => (await findReleaseTurn(month))?.current?.state ?? "none";
const published = async () =>
  (await readPublishedMonths()).map(({ month, edition, publishedAt }) => [
    month.month,
    edition,
    publishedAt,
  ]);
const newestAct = async () => {
  const [entry] = await reader()
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return entry;
};

it("tells of an announced month which one before it is in its way", async () => {
  const announce = async (month: string, dueAt: number, seen = 0) =>
    announceReleases(officer, [{ month, dueAt, reason: "", seen }]);
  expect((await announce(NOVEMBER, at("2026-12-12"))).ok).toBe(true);
  expect(await readReleaseGaps()).toEqual({ [NOVEMBER]: OCTOBER });
  expect((await announce(OCTOBER, DUE)).ok).toBe(true);
  expect(await readReleaseGaps()).toEqual({});
  const withdrawn = await withdrawRelease(officer, { month: OCTOBER, reason: "Chưa đủ", seen: 1 });
  expect(withdrawn.ok).toBe(true);
  expect(await readReleaseGaps()).toEqual({ [NOVEMBER]: OCTOBER });
});

describe("announcing", () => {
  it("takes an hour to come, after the month's end, for what is not public", async () => {
    expect(await announce(at("2026-11-05"))).toBe("release_past");
    expect(await announce(at("2026-11-30", "23:59"), { month: NOVEMBER })).toBe(
      "release_before_end",
    );
    expect(await announce(at("2027-12-15"), { month: NOVEMBER })).toBe("release_far");
    expect(await announce(DUE, { month: "2026-09" })).toBe("release_no_figures");
    expect(await announce(startOfDate("2026-12-01"), { month: NOVEMBER })).toBe("ok");
    expect(await announce(DUE)).toBe("ok");
    expect(await stateOf()).toBe("announced");
    expect(await newestAct()).toMatchObject({
      action: "release.announce",
      actorId: officer.userId,
      subjectId: OCTOBER,
      after: { dueAt: "2026-11-12T02:00:00.000Z", reason: "" },
    });
    expect(await closeMonth()).toBe("ok");
    expect(await publishByHand()).toBe("ok");
    expect(await announce(at("2026-11-20"))).toBe("release_published");
  });

  it("moves with a reason that everybody reads, and takes the same form once", async () => {
    expect(await announce(DUE)).toBe("ok");
    expect(await announce(DUE, { seen: 0 })).toBe("ok"); // pressed twice
    expect(await announce(DUE)).toBe("release_same");
    expect(await announce(at("2026-11-14"))).toBe("release_reason_missing");
    const reason = "Chờ số bán lẻ";
    expect(await announce(at("2026-11-14"), { reason })).toBe("ok");
    expect(await newestAct()).toMatchObject({
      action: "release.move",
      before: { dueAt: "2026-11-12T02:00:00.000Z" },
      after: { dueAt: "2026-11-14T02:00:00.000Z", reason },
    });
    expect(await reader().select().from(releaseSteps)).toHaveLength(2);
    const { next } = await readPublicReleases();
    expect(next.map(({ steps }) => steps.map((step) => [step.dueAt, step.reason]))).toEqual([
      [
        [DUE, ""],
        [at("2026-11-14"), reason],
      ],
    ]);
    expect(JSON.stringify(next)).not.toContain("Duyệt");
  });

  it("refuses the second of two officers, who has not seen what the first one said", async () => {
    const seen = await seenOf(OCTOBER);
    expect(await announce(DUE, { seen })).toBe("ok");
    expect(await announce(at("2026-11-13"), { seen, by: other })).toBe("release_changed_since");
    expect(await announce(DUE, { seen, by: other })).toBe("release_changed_since");
  });

  it("keeps the months in their order", async () => {
    expect(await announce(at("2026-12-10"), { month: NOVEMBER })).toBe("ok");
    expect(await announce(at("2026-12-10", "09:01"))).toBe("release_out_of_order");
    expect(await announce(at("2026-12-10"))).toBe("ok");
    const reason = "Sớm hơn";
    expect(await announce(at("2026-12-09"), { month: NOVEMBER, reason })).toBe(
      "release_out_of_order",
    );
  });

  it("takes several months at once, all or none", async () => {
    const plan = (days: string[]) =>
      announceReleases(
        officer,
        days.map((day, index) => ({
          month: [OCTOBER, NOVEMBER, "2026-12"][index] ?? "",
          dueAt: at(day),
          reason: "",
          seen: 0,
        })),
      );
    const refused = await plan(["2026-11-12", "2026-12-12", "2026-12-31"]);
    expect(refused).toMatchObject({ code: "release_before_end", detail: { of: "2026-12" } });
    expect(await reader().select().from(releaseSteps)).toEqual([]);
    expect(codeOf(await plan(["2026-11-12", "2026-12-12", "2027-01-12"]))).toBe("ok");
    const months = await listCalendarMonths();
    expect(months.slice(0, 4)).toEqual([
      { month: OCTOBER, isAnnounced: true },
      { month: NOVEMBER, isAnnounced: true },
      { month: "2026-12", isAnnounced: true },
      { month: "2027-01", isAnnounced: false },
    ]);
    expect(months.at(-1)?.month).toBe("2027-10");
  });
});

describe("when the hour comes", () => {
  it("publishes what is closed, once, as the officer's decision and the timer's doing", async () => {
    await announce(DUE);
    await closeMonth();
    setClock(DUE - 1);
    await publishDue();
    expect(await published()).toEqual([]);
    setClock(DUE + 20_000);
    await Promise.all([publishDue(), publishDue()]);
    await publishDue();
    expect(await published()).toEqual([[OCTOBER, 1, DUE + 20_000]]);
    expect(await reader().select().from(periodPublications)).toMatchObject([
      { publishedById: officer.userId },
    ]);
    const acts = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "period.publish"));
    expect(acts).toMatchObject([
      {
        actorKind: "system",
        actorId: null,
        after: { edition: 1, announcedById: officer.userId, dueAt: "2026-11-12T02:00:00.000Z" },
      },
    ]);
    const { past } = await readPublicReleases();
    expect(past.map(punctualityOf)).toEqual(["punctual"]);
  });

  it("publishes late after the program stood still, and says when", async () => {
    await announce(DUE);
    await closeMonth();
    setClock(at("2026-11-15", "07:30"));
    expect(await stateOf()).toBe("due");
    expect(await countMissedReleases()).toBe(1);
    await publishDue();
    expect(await published()).toEqual([[OCTOBER, 1, at("2026-11-15", "07:30")]]);
    expect(await countMissedReleases()).toBe(0);
    const { past } = await readPublicReleases();
    expect(past.map(punctualityOf)).toEqual(["late"]);
  });

  it("misses what is not closed, and publishes it never by itself", async () => {
    await announce(DUE);
    setClock(DUE);
    await publishDue();
    expect(await stateOf()).toBe("missed");
    expect(await countMissedReleases()).toBe(1);
    expect(await newestAct()).toMatchObject({ action: "release.miss", actorKind: "system" });
    await closeMonth();
    setClock(at("2026-11-13"));
    await publishDue();
    expect(await published()).toEqual([]);
    expect(await withdraw()).toBe("release_not_announced");
    expect(await announce(at("2026-11-16"))).toBe("release_reason_missing");
    expect(await announce(at("2026-11-16"), { reason: "Chốt muộn" })).toBe("ok");
    expect(await stateOf()).toBe("announced");
    expect(await countMissedReleases()).toBe(0);
    setClock(at("2026-11-16"));
    await publishDue();
    expect(await published()).toEqual([[OCTOBER, 1, at("2026-11-16")]]);
    const { past } = await readPublicReleases();
    const outcomes = past.flatMap(({ steps }) => steps.map(({ outcome }) => outcome?.outcome));
    expect(outcomes).toEqual(["missed", "published"]);
  });

  it("does not take what was closed after the hour, however late the timer comes", async () => {
    await announce(DUE);
    setClock(DUE + 5_000);
    await closeMonth();
    setClock(DUE + 10_000);
    await publishDue();
    expect(await stateOf()).toBe("missed");
    expect(await published()).toEqual([]);
  });

  it("is not moved or withdrawn any more", async () => {
    await announce(DUE);
    await closeMonth();
    setClock(DUE);
    expect(await announce(at("2026-11-20"), { reason: "Muộn hơn" })).toBe("release_due");
    expect(await withdraw()).toBe("release_due");
  });

  it("publishes several months of one hour in their order", async () => {
    setClock(at("2026-12-05"));
    const both = [OCTOBER, NOVEMBER].map((month) => ({
      month,
      dueAt: at("2026-12-12"),
      reason: "",
      seen: 0,
    }));
    expect(codeOf(await announceReleases(officer, both))).toBe("ok");
    expect([await closeMonth(), await closeMonth(NOVEMBER)]).toEqual(["ok", "ok"]);
    setClock(at("2026-12-12"));
    await publishDue();
    expect((await published()).map(([month]) => month)).toEqual([OCTOBER, NOVEMBER]);
  });

  it("says why it could not publish, and tries no more by itself", async () => {
    setClock(at("2026-12-05"));
    await announce(at("2026-12-12"), { month: NOVEMBER });
    expect([await closeMonth(), await closeMonth(NOVEMBER)]).toEqual(["ok", "ok"]);
    setClock(at("2026-12-12"));
    await publishDue();
    const turn = await findReleaseTurn(NOVEMBER);
    expect(turn?.current).toMatchObject({
      state: "failed",
      steps: [{ outcome: { cause: { code: "period_gap", detail: { month: "10/2026" } } } }],
    });
    expect(await newestAct()).toMatchObject({ action: "release.fail" });
    expect(await publishByHand()).toBe("ok");
    await publishDue();
    expect((await published()).map(([month]) => month)).toEqual([OCTOBER]);
    expect(await publishByHand(1, NOVEMBER)).toBe("ok");
    expect(await stateOf(NOVEMBER)).toBe("none"); // its newest edition is public: nothing is next
    expect(await countMissedReleases()).toBe(0);
  });

  it("stands when the clock goes back", async () => {
    await announce(DUE);
    setClock(DUE);
    await publishDue();
    setClock(DUE - 60 * MINUTE_MS);
    await closeMonth();
    await publishDue();
    setClock(DUE + MINUTE_MS);
    await publishDue();
    expect(await stateOf()).toBe("missed");
    expect(await reader().select().from(releaseOutcomes)).toHaveLength(1);
  });
});

describe("by hand", () => {
  it("fulfils what was announced, early", async () => {
    await announce(DUE);
    await closeMonth();
    expect(await publishByHand()).toBe("ok");
    setClock(DUE + MINUTE_MS);
    await publishDue();
    expect(await reader().select().from(periodPublications)).toHaveLength(1);
    expect(await reader().select().from(releaseOutcomes)).toEqual([]);
    const { past } = await readPublicReleases();
    expect(past.map(punctualityOf)).toEqual(["early"]);
  });

  it("leaves a revision to be announced anew: what was told was of the edition before", async () => {
    await announce(DUE);
    await closeMonth();
    await publishByHand();
    await sellInOctober(6);
    const seen = (await findPeriod(OCTOBER))?.seen ?? "";
    const closedBy = { id: officer.userId, name: "Lê Thị Duyệt" };
    const note = "Nhập thiếu một đơn";
    const revised = await revisePeriod(officer, {
      month: OCTOBER,
      edition: 1,
      seen,
      note,
      closedBy,
    });
    expect(codeOf(revised)).toBe("ok");
    setClock(DUE);
    await publishDue();
    expect((await published()).map(([, edition]) => edition)).toEqual([1]);
    expect(await stateOf()).toBe("none");
    expect(await announce(at("2026-11-20"))).toBe("ok"); // the first of this edition: nothing to explain
    setClock(at("2026-11-20"));
    await publishDue();
    expect((await published()).map(([, edition]) => edition)).toEqual([2]);
    const { past } = await readPublicReleases();
    expect(past.map(({ afterEdition }) => afterEdition)).toEqual([1, 0]);
  });

  it("waits when a newer edition came between the hour and the timer", async () => {
    await announce(DUE);
    await closeMonth();
    await sellInOctober(6);
    setClock(DUE + 5_000);
    const seen = (await findPeriod(OCTOBER))?.seen ?? "";
    const closedBy = { id: officer.userId, name: "Lê Thị Duyệt" };
    const note = "Nhập thiếu một đơn";
    await revisePeriod(officer, { month: OCTOBER, edition: 1, seen, note, closedBy });
    await publishDue();
    expect(await published()).toEqual([]);
    const turn = await findReleaseTurn(OCTOBER);
    expect(turn?.current).toMatchObject({
      state: "failed",
      steps: [{ outcome: { cause: { code: "release_revised_since" } } }],
    });
    const { past } = await readPublicReleases();
    expect(JSON.stringify(past)).not.toContain("revised_since");
  });

  it("is late where the hour went by before it, were it by minutes", async () => {
    await announce(DUE);
    setClock(DUE + 5_000);
    await publishDue();
    setClock(DUE + 2 * MINUTE_MS);
    await closeMonth();
    expect(await publishByHand()).toBe("ok");
    const { past } = await readPublicReleases();
    expect(past.map(punctualityOf)).toEqual(["late"]);
    expect(past.map(hasMissed)).toEqual([true]);
  });

  it("is needed where who announced it works here no more", async () => {
    await announce(DUE);
    await closeMonth();
    await retireOfficer(other, { officerId: officer.userId, reason: "Chuyển cơ quan" });
    setClock(DUE);
    await publishDue();
    expect(await published()).toEqual([]);
    const turn = await findReleaseTurn(OCTOBER);
    expect(turn?.current).toMatchObject({
      state: "failed",
      steps: [{ outcome: { cause: { code: "release_officer_left" } } }],
    });
  });
});

it("a report of what is public says nothing of a revision that waits", async () => {
  setClock(at("2026-12-05"));
  expect([await closeMonth(), await closeMonth(NOVEMBER)]).toEqual(["ok", "ok"]);
  expect([await publishByHand(), await publishByHand(1, NOVEMBER)]).toEqual(["ok", "ok"]);
  const amountVnd = vnd(4_000_000_000_000);
  const total = {
    month: OCTOBER,
    kind: "goods",
    amountVnd,
    stage: "estimate",
    publishedOn: "2026-12-04",
    source: "Số mẫu của bài thử",
  } as const;
  const entered = await enterRetailTotal(officer, total, {
    isAmbiguous: false,
    confirmation: null,
  });
  expect(entered).toMatchObject({ ok: true, value: { outcome: "entered" } });
  const seen = (await findPeriod(OCTOBER))?.seen ?? "";
  const closedBy = { id: officer.userId, name: "Lê Thị Duyệt" };
  const revision = { month: OCTOBER, edition: 1, seen, note: "Có số bán lẻ", closedBy };
  expect(codeOf(await revisePeriod(officer, revision))).toBe("ok");
  const octoberIn = async (month: string, edition: string) => {
    const report = await readMonthlyReport(month, edition);
    const october = report?.months.find((one) => one.month === OCTOBER);
    return october?.retailTotals.goods?.amountVnd ?? null;
  };
  expect(await octoberIn(OCTOBER, "2")).toBe(amountVnd);
  expect(await octoberIn(NOVEMBER, "1")).toBe(null);
});

describe("withdrawing", () => {
  it("leaves no hour, says why, and needs a reason for the next one", async () => {
    await closeMonth();
    expect(await withdraw()).toBe("release_not_announced");
    await announce(DUE);
    expect(await withdraw()).toBe("ok");
    expect(
      await withdrawRelease(officer, { month: OCTOBER, reason: "Khác", seen: 1 }),
    ).toMatchObject({ code: "release_changed_since" });
    setClock(DUE);
    await publishDue();
    expect(await published()).toEqual([]);
    expect(await stateOf()).toBe("withdrawn");
    const { next, past } = await readPublicReleases();
    expect(next).toEqual([]);
    expect(past[0]?.steps.at(-1)?.reason).toBe("Chờ số của cơ quan thống kê");
    expect(await announce(at("2026-11-20"))).toBe("release_reason_missing");
    expect(await announce(at("2026-11-20"), { reason: "Đã có số" })).toBe("ok");
  });
});
