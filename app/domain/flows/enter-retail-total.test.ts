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

async function enter(entry: Parameters<typeof enterRetailTotal>[1]) {
  const entered = await enterRetailTotal(officer, entry);
  if (!entered.ok) throw new Error(entered.code);
  return entered.value;
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
  await enter({ ...ESTIMATE, amountVnd: vnd(400_000_000_000) });
  expect(await denominatorInUse()).toBe("400000000000");
  expect(await enter(ESTIMATE)).toMatchObject({ isRepeat: false, isInUse: true });
  expect(await denominatorInUse()).toBe("4000000000000");
});

test("goods are never more than goods and services of the same month", async () => {
  await enter(ESTIMATE);
  const total = { ...ESTIMATE, kind: "goods_services" } as const;
  const below = { ...total, amountVnd: vnd(3_999_999_000_000) };
  expect(await enterRetailTotal(officer, below)).toEqual({
    ok: false,
    code: "retail_total_below_goods",
    detail: { billions: "4.000" },
  });
  await enter(total); // equal is possible
  const above = { ...FINAL, amountVnd: vnd(4_000_001_000_000) };
  expect(await enterRetailTotal(officer, above)).toMatchObject({
    code: "retail_goods_above_total",
  });
  await enter({ ...above, month: "2026-09" });
  expect(await reader().$count(retailTotals)).toBe(3);
});

test("a figure once entered cannot be changed or deleted", async () => {
  await enter(ESTIMATE);
  const change = inTransaction((tx) => tx.update(retailTotals).set({ amountVnd: 1 }));
  await expect(change).rejects.toThrow();
  await expect(inTransaction((tx) => tx.delete(retailTotals))).rejects.toThrow();
  expect(await denominatorInUse()).toBe("4000000000000");
});
