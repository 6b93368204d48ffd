import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { notices } from "~db/schema/notices";
import { householdYears, taxThresholds, thresholdEvents } from "~db/schema/settlement-tax";
import { takeEvents } from "~/domain/notices/take-events.server";
import {
  listHouseholdYears,
  loadHouseholdYear,
} from "~/domain/settlement/queries-tax-years.server";
import { thresholdMark, thresholdPercent } from "~/domain/settlement/tax-threshold";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";
import { confirm, deliver, householdId, place, setUpOrders, ship } from "./test-orders";
import { complain, giveBack } from "./test-payouts";
import { insertTaxRules } from "./test-tax";

setUpOrders();

const JAR = 222_000;

/** As if the law said so since the beginning of the year. */
async function limit(thresholdVnd: number) {
  await inTransaction((tx) =>
    tx.insert(taxThresholds).values({
      id: newId("txt"),
      effectiveOn: "2026-01-01",
      thresholdVnd,
      legalBasis: "Thử",
      enteredById: null,
      enteredAt: now(),
      agreedAt: now(),
    }),
  );
}

beforeEach(async () => {
  await insertTaxRules();
});

/** A jar paid at the door to a courier. */
async function sell() {
  const checkout = await place("cod");
  await confirm(checkout.jar);
  await ship(checkout.jar);
  const done = await deliver(checkout.jar);
  if (!done.ok) throw new Error(done.code);
  return checkout;
}

const marks = async () =>
  (await reader().select().from(thresholdEvents)).map(({ mark, year }) => `${year} ${mark}`);
async function told() {
  await takeEvents();
  const rows = await reader().select().from(notices);
  return rows.filter(({ kind }) => kind.endsWith("_threshold")).map(({ kind }) => kind);
}
const years = async () => {
  const rows = await reader()
    .select()
    .from(householdYears)
    .where(eq(householdYears.householdId, householdId))
    .orderBy(asc(householdYears.year));
  return rows.map(({ year, revenueVnd }) => [year, revenueVnd]);
};

it("marks four fifths and all of the threshold to the đồng", () => {
  expect(thresholdMark(799_900_000, 1_000_000_000)).toBeNull(); // 79.99 %
  expect(thresholdMark(799_999_999, 1_000_000_000)).toBeNull();
  expect(thresholdMark(800_000_000, 1_000_000_000)).toBe("near");
  expect(thresholdMark(999_999_999, 1_000_000_000)).toBe("near");
  expect(thresholdMark(1_000_000_000, 1_000_000_000)).toBe("reached");
  expect(thresholdPercent(799_900_000, 1_000_000_000)).toBe(79);
  expect(thresholdPercent(999_999_999, 1_000_000_000)).toBe(99);
  expect(thresholdPercent(-5, 1_000_000_000)).toBe(0);
});

it("tells a household once at four fifths, and once at all of it", async () => {
  await limit((JAR * 10) / 8 + 1); // one jar is a hair less than 80 %
  await sell();
  expect(await told()).toEqual([]);
  await limit((JAR * 10) / 8);
  setClock(now() + 1);
  const first = await sell();
  // Two jars: past all of it at once, so the lesser word is not said any more.
  expect(await marks()).toEqual(["2026 reached"]);
  expect(await told()).toEqual(["household_at_threshold"]);
  await giveBack(await complain(first));
  await sell();
  expect(await told()).toEqual(["household_at_threshold"]);
});

it("says the nearness first, and not twice after goods came back", async () => {
  await limit((JAR * 10) / 8);
  const first = await sell();
  expect(await told()).toEqual(["household_near_threshold"]);
  expect(await loadHouseholdYear(householdId)).toMatchObject({ percent: 80, mark: "near" });
  await giveBack(await complain(first));
  expect(await loadHouseholdYear(householdId)).toMatchObject({ revenueVnd: 0, mark: null });
  await sell();
  expect(await told()).toEqual(["household_near_threshold"]);
  await sell();
  expect((await told()).toSorted()).toEqual(["household_at_threshold", "household_near_threshold"]);
});

it("counts by the calendar of Vietnam, and takes off in its own year what comes back", async () => {
  setClock(Date.parse("2026-12-31T23:59:59+07:00"));
  const last = await sell();
  setClock(Date.parse("2027-01-01T00:00:00+07:00"));
  await sell();
  expect(await years()).toEqual([
    [2026, JAR],
    [2027, JAR],
  ]);
  setClock(now() + 3_600_000);
  await giveBack(await complain(last));
  expect(await years()).toEqual([
    [2026, JAR],
    [2027, 0],
  ]);
  const old = await listHouseholdYears({ year: 2026, page: 1 });
  expect(old.rows[0]).toMatchObject({ revenueVnd: JAR, thresholdVnd: 1_000_000_000 });
});

it("begins anew each year", async () => {
  await limit((JAR * 10) / 8);
  await sell();
  setClock(startOfDate("2027-02-01"));
  await sell();
  expect(await marks()).toEqual(["2026 near", "2027 near"]);
});

it("lists households by what they sold, most first", async () => {
  await sell();
  const checkout = await sell();
  await confirm(checkout.packs);
  await ship(checkout.packs);
  await deliver(checkout.packs);
  const page = await listHouseholdYears({ year: 2026, page: 1 });
  expect(page.rows.map(({ revenueVnd }) => revenueVnd)).toEqual([2 * JAR, 300_003]);
});
