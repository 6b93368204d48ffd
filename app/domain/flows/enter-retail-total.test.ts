import { afterEach, beforeEach, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { retailTotals } from "~db/schema/statistics";
import type { Actor } from "~/domain/audit/actor";
import { figureDigits, figureOf } from "~/domain/statistics/figures";
import { listRetailTotals, readIndicatorSeries } from "~/domain/statistics/queries.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { enterRetailTotal } from "./enter-retail-total.server";
import { insertTestUser } from "./test-shop";

let close: () => void;
let officer: Actor;
let clock = startOfDate("2026-11-22");

const ESTIMATE = {
  month: "2026-10",
  kind: "goods",
  amountVnd: vnd(4_000_000_000_000),
  stage: "estimate",
  source: "Báo cáo tháng 10",
  publishedOn: "2026-10-28",
} as const;
const FINAL = {
  ...ESTIMATE,
  amountVnd: vnd(4_100_000_000_000),
  stage: "final",
  publishedOn: "2026-11-20",
} as const;

beforeEach(async () => {
  close = openTestDatabase();
  clock = startOfDate("2026-11-22");
  setClock(() => (clock += 1_000));
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
});
afterEach(() => {
  setClock();
  close();
});

const CLEAR = { isAmbiguous: false, confirmation: null };
type Entry = Parameters<typeof enterRetailTotal>[1];

async function enter(entry: Entry) {
  const entered = await enterRetailTotal(officer, entry, CLEAR);
  if (!entered.ok) throw new Error(entered.code);
  if (entered.value.outcome === "question") throw new Error(entered.value.question.doubt);
  return entered.value;
}

/** Asked about first, and saved on the officer's yes. */
async function confirm(entry: Entry) {
  const asked = await ask(entry);
  const typing = { ...CLEAR, confirmation: asked?.confirmation ?? null };
  return enterRetailTotal(officer, entry, typing);
}

async function ask(entry: Entry, typing = CLEAR) {
  const answer = await enterRetailTotal(officer, entry, typing);
  return answer.ok && answer.value.outcome === "question" ? answer.value.question : null;
}

async function denominatorInUse() {
  const month = (await readIndicatorSeries("2026-10")).at(-1);
  return month ? figureDigits(figureOf("retail_goods", month)) : "";
}

test("the same values sent twice, also at once, make one row and one line of audit", async () => {
  const [first, second] = await Promise.all([enter(ESTIMATE), enter(ESTIMATE)]);
  expect([first?.isRepeat, second?.isRepeat]).toEqual([false, true]);
  expect(second?.id).toBe(first?.id);
  expect(await reader().$count(retailTotals)).toBe(1);
  expect(await reader().select().from(auditEntries)).toMatchObject([
    { action: "retail_total.enter", actorId: officer.kind === "user" ? officer.userId : "" },
  ]);
});

test("every vintage is kept, the latest publication is in use", async () => {
  await enter(ESTIMATE);
  expect(await denominatorInUse()).toBe("4000000000000");
  expect(await enter(FINAL)).toMatchObject({ isInUse: true });
  expect(await denominatorInUse()).toBe("4100000000000");
  const vintages = await listRetailTotals();
  expect(vintages.map((one) => [one.stage, one.isInUse, one.enteredBy])).toEqual([
    ["final", true, "Lê Thị Duyệt"],
    ["estimate", false, "Lê Thị Duyệt"],
  ]);
});

test("an old estimate entered late is kept and does not displace the final figure", async () => {
  await enter(FINAL);
  expect(await enter(ESTIMATE)).toMatchObject({ isRepeat: false, isInUse: false });
  expect(await denominatorInUse()).toBe("4100000000000");
  // Sent again it is still there once.
  expect(await enter(ESTIMATE)).toMatchObject({ isRepeat: true, isInUse: false });
  expect(await reader().$count(retailTotals)).toBe(2);
});

test("a slip is mended by entering the right figure again", async () => {
  await enter(ESTIMATE);
  await confirm({ ...ESTIMATE, amountVnd: vnd(400_000_000_000) });
  expect(await denominatorInUse()).toBe("400000000000");
  expect(await confirm(ESTIMATE)).toMatchObject({ value: { isRepeat: false, isInUse: true } });
  expect(await denominatorInUse()).toBe("4000000000000");
});

test("goods are never more than goods and services of the same month", async () => {
  await enter(ESTIMATE);
  const total = { ...ESTIMATE, kind: "goods_services" } as const;
  const below = { ...total, amountVnd: vnd(3_999_999_000_000) };
  expect(await enterRetailTotal(officer, below, CLEAR)).toEqual({
    ok: false,
    code: "retail_total_below_goods",
    detail: { billions: "4.000,0" },
  });
  await enter(total); // equal is possible
  const above = { ...FINAL, amountVnd: vnd(4_000_001_000_000) };
  expect(await enterRetailTotal(officer, above, CLEAR)).toMatchObject({
    code: "retail_goods_above_total",
  });
  await enter({ ...above, month: "2026-09" });
  expect(await reader().$count(retailTotals)).toBe(3);
});

test("a thousandfold slip is asked about and nothing is written before the yes", async () => {
  await enter({ ...ESTIMATE, month: "2026-08" });
  await enter(ESTIMATE);
  const slip = { ...ESTIMATE, month: "2026-09", amountVnd: vnd(4_000_000_000) };
  const question = await ask(slip);
  expect(question).toMatchObject({
    doubt: "far",
    ratio: { numerator: 4_000_000_000, denominator: 4_000_000_000_000 },
    neighbours: [{ month: "2026-08" }, { month: "2026-10" }],
  });
  expect(await reader().$count(retailTotals)).toBe(2);
  expect(await reader().$count(auditEntries)).toBe(2);
  // A yes to one amount is no yes to another.
  const confirmation = question?.confirmation ?? null;
  const other = { ...slip, amountVnd: vnd(5_000_000_000) };
  expect(await enterRetailTotal(officer, other, { ...CLEAR, confirmation })).toMatchObject({
    value: { outcome: "question" },
  });
  expect(await enterRetailTotal(officer, slip, { ...CLEAR, confirmation })).toMatchObject({
    value: { outcome: "entered", isRepeat: false },
  });
});

test("30 % up or down goes through, more is asked about", async () => {
  await enter(ESTIMATE);
  const next = (billions: number) => ({
    ...ESTIMATE,
    month: "2026-09",
    amountVnd: vnd(billions * 1_000_000_000),
  });
  expect(await ask(next(2_799))).toMatchObject({ doubt: "far" });
  expect(await ask(next(5_201))).toMatchObject({ doubt: "far" });
  expect(await ask(next(2_800))).toBeNull();
  expect(await ask({ ...next(5_200), month: "2026-08" })).toMatchObject({ doubt: "far" }); // of 2,800
  expect(await ask({ ...next(5_200), month: "2026-10" })).toBeNull(); // of 4,000
});

test("without its own kind to compare with, the other kind and the writing speak", async () => {
  const total = { ...ESTIMATE, kind: "goods_services" } as const;
  const typing = { ...CLEAR, isAmbiguous: true };
  expect(await ask(ESTIMATE, typing)).toMatchObject({ doubt: "unsure", neighbours: [] });
  await enter(total);
  const slip = { ...ESTIMATE, amountVnd: vnd(1_999_999_000_000) };
  expect(await ask(slip)).toMatchObject({
    doubt: "goods_part",
    neighbours: [{ kind: "goods_services" }],
  });
  expect(await ask({ ...slip, amountVnd: vnd(2_000_000_000_000) }, typing)).toBeNull();
});

test("a figure once entered cannot be changed or deleted", async () => {
  await enter(ESTIMATE);
  const change = inTransaction((tx) => tx.update(retailTotals).set({ amountVnd: 1 }));
  await expect(change).rejects.toThrow();
  await expect(inTransaction((tx) => tx.delete(retailTotals))).rejects.toThrow();
  expect(await denominatorInUse()).toBe("4000000000000");
});
