import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { SYSTEM } from "~/domain/audit/actor";
import { OCOP_SETS } from "~/domain/catalog/ocop-sets";
import { ORDER_CHANNELS } from "~/domain/orders/order-status";
import { PAYMENT_METHODS } from "~/domain/orders/payment-methods";
import { readIndicatorSeries } from "~/domain/statistics/queries.server";
import {
  listRecordsBehind,
  sumRecordsBehind,
} from "~/domain/statistics/queries-records-behind.server";
import type { RecordBehind } from "~/domain/statistics/types-records";
import {
  readRecordsQuestion,
  recordsFields,
  recordsOfMonth,
  STARS_CHOICES,
  type RecordsQuestion,
} from "~/domain/statistics/records-question";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { exportRecords } from "./export-records.server";
import { insertSellers, livePast, past } from "./test-past";
import { insertTestShop, TEST_SHOP } from "./test-shop";

const SEED = 20_261_129;
/** Some hundred orders around four borders of months, with returns and three channels. */
const PASTS = fc.sample(past, { numRuns: 700, seed: SEED });
const MONTHS = ["2026-09", "2026-10", "2026-11"];

let close: () => void;
beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate("2027-02-01"));
  await insertTestShop();
  const sellers = await insertSellers();
  await inTransaction(async (tx) => {
    for (const one of PASTS) {
      const seller = sellers[one.seller];
      if (seller) await livePast(tx, one, { first: "2026-08", seller });
    }
  });
});
afterEach(() => {
  setClock();
  close();
});

async function readAll(question: RecordsQuestion): Promise<RecordBehind[]> {
  const records: RecordBehind[] = [];
  let after = "";
  for (;;) {
    const page = await listRecordsBehind(question, after);
    records.push(...page.records);
    if (page.next === null) return records;
    expect(page.records).toHaveLength(50);
    after = page.next;
  }
}

async function readFile(question: RecordsQuestion, last = question.month) {
  const stream = await exportRecords(SYSTEM, { question, last });
  const text = await new Response(stream).text();
  return parse(text, { columns: true, bom: true }) as Record<string, string>[];
}

const amountOf = (records: readonly RecordBehind[], kind: string) =>
  records.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.vnd, 0);

const OFTEN = {
  web: ["web", "web", "web"],
  all: ["all", "all", "all"],
  none: [null, null, null, null, null, null],
} as const;
const questions = fc.record({
  month: fc.constantFrom(...MONTHS),
  channel: fc.constantFrom(...ORDER_CHANNELS, ...OFTEN.web),
  set: fc.constantFrom(...OFTEN.all, "goods" as const, 1, 4, 26),
  stars: fc.constantFrom(...OFTEN.none, ...STARS_CHOICES),
  method: fc.constantFrom(...OFTEN.none, ...PAYMENT_METHODS),
  communeCode: fc.constantFrom(null, TEST_SHOP.communeCode, TEST_SHOP.secondCommuneCode),
});

it("whatever is asked, the orders on the pages and in the file add up to what is kept", async () => {
  let found = 0;
  let longest = 0;
  for (const question of fc.sample(questions, { numRuns: 200, seed: SEED })) {
    const records = await readAll(question);
    const sums = await sumRecordsBehind(question);
    const where = JSON.stringify(question);
    expect(amountOf(records, "sale"), where).toBe(sums.soldVnd);
    expect(amountOf(records, "return"), where).toBe(sums.returnedVnd);
    expect(new Set(records.map(({ kind, code }) => `${kind} ${code}`)).size).toBe(records.length);
    const places = records.map(({ kind, on, code }) => `${kind === "sale" ? 0 : 1} ${on} ${code}`);
    expect(places).toEqual(places.toSorted());
    const rows = await readFile(question);
    expect(
      rows.reduce((sum, row) => sum + Number(row["vnd"]), 0),
      where,
    ).toBe(sums.soldVnd - sums.returnedVnd);
    if (sums.orderCount !== null) {
      expect(records.filter(({ kind }) => kind === "sale")).toHaveLength(sums.orderCount);
    }
    found += records.length;
    longest = Math.max(longest, records.length);
  }
  expect(found).toBeGreaterThan(500);
  expect(longest).toBeGreaterThan(50); // of more pages than one
});

it("a file of several months adds up to their figures, and who took it is noted", async () => {
  const rows = await readFile(recordsOfMonth("2026-09"), "2026-11");
  const months = (await readIndicatorSeries("2026-11")).slice(-3);
  for (const { month, salesVnd } of months) {
    const own = rows.filter((row) => row["date"]?.startsWith(month));
    expect(
      own.reduce((sum, row) => sum + Number(row["vnd"]), 0),
      month,
    ).toBe(salesVnd.goods);
  }
  const [entry] = await reader().select().from(auditEntries);
  expect(entry).toMatchObject({ action: "indicator.take_records", subjectId: "2026-09" });
  expect(entry?.after).toMatchObject({ last: "2026-11", set: "goods" });
});

it("says nothing of buyers", async () => {
  const [record] = await readAll(recordsOfMonth("2026-10"));
  expect(Object.keys(record ?? {}).toSorted()).toEqual(
    (
      "channel code communeCode householdId kind lines method on " +
      "orderCode sellerName shippingVnd vnd"
    ).split(" "),
  );
});

it("an address asks what its fields say, and nothing that nobody can ask", () => {
  for (const question of fc.sample(questions, { numRuns: 100, seed: SEED })) {
    const fields = Object.entries(recordsFields(question)).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    );
    expect(readRecordsQuestion(new URLSearchParams(fields))).toEqual(question);
  }
  const read = (text: string) => readRecordsQuestion(new URLSearchParams(text));
  expect(read("month=2026-10&set=&stars=&method=&commune=")).toMatchObject({
    channel: "web",
    set: "all",
    stars: null,
  });
  for (const wrong of ["", "month=2026-13", "month=2026-10&set=27", "month=2026-10&stars=9"]) {
    expect(read(wrong), wrong).toBeNull();
  }
  for (const wrong of [
    "channel=phone",
    "method=gold",
    "commune=1",
    `set=${OCOP_SETS.length + 1}`,
  ]) {
    expect(read(`month=2026-10&${wrong}`), wrong).toBeNull();
  }
});
