import { min } from "drizzle-orm";
import { provinceOrders } from "~db/schema/statistics";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { addMonths, countMonths, type Month } from "~/platform/period";
import { METHOD_VERSION } from "./indicator";
import { compareFigures, figuresOf, isOtherVintage } from "./periods/manifest";
import { seenOf } from "./periods/pack-records.server";
import { findClosedMonths, listEditions } from "./periods/queries-editions.server";
import { currentMonth, readIndicatorSeries } from "./queries.server";
import type { IndicatorMonth } from "./types";
import type { Edition, Period, PeriodState, StandingMonth } from "./types-periods";

/** Of a list; what is older is reached by its address. */
const PERIODS_MAX = 60;

/** The months from the first with sales on, the newest first. */
export async function listPeriods(): Promise<Period[]> {
  const first = await findFirstMonth();
  const last = currentMonth();
  if (first === null) return [];
  return readPeriods(last, Math.min(PERIODS_MAX, countMonths(first, last)));
}

/** How many months wait for an officer: over and not closed, with an edition that is not public, or changed since. */
export async function countWaitingPeriods(): Promise<number> {
  const periods = await listPeriods();
  return periods.filter(({ state, editions, isChanged }) => {
    if (state === "running") return false;
    return state === "open" || isChanged || editions.at(-1)?.publishedAt === null;
  }).length;
}

/** One month; null before the first with sales and after the one that runs. */
export async function findPeriod(month: Month): Promise<Period | null> {
  const first = await findFirstMonth();
  if (first === null || month < first || month > currentMonth()) return null;
  return (await readPeriods(month, 1))[0] ?? null;
}

async function readPeriods(last: Month, monthCount: number): Promise<Period[]> {
  const series = await readIndicatorSeries(last, monthCount);
  const months = series.map(({ month }) => month);
  const editions = await listEditions(reader(), months);
  const { next } = await readTurn(reader());
  return series
    .map((live) => {
      const { month } = live;
      const own = editions.filter((edition) => edition.month === month);
      const newest = own.at(-1);
      return {
        month,
        state: stateOf(month, own),
        editions: own,
        live,
        ...changesSince(newest, live),
        seen: seenOf(live),
        isNext: month === next,
      };
    })
    .toReversed();
}

function changesSince(newest: Edition | undefined, live: IndicatorMonth) {
  if (!newest) return { differences: [], isChanged: false };
  const { figures, retailTotals, methodVersion } = newest.manifest;
  const differences = compareFigures(figures, figuresOf(live));
  const isChanged =
    differences.length > 0 ||
    isOtherVintage(retailTotals, live.retailTotals) ||
    methodVersion !== METHOD_VERSION;
  return { differences, isChanged };
}

/**
 * The months that end with `last`, 13 of them or so many, oldest first, as they stand: those that are closed as in their
 * newest edition, the others as the orders make them now.
 */
export async function readStandingSeries(
  last: Month,
  monthCount?: number,
): Promise<StandingMonth[]> {
  const series = await readIndicatorSeries(last, monthCount);
  const editions = await listEditions(
    reader(),
    series.map(({ month }) => month),
  );
  return series.map((live) => {
    const newest = editions.findLast(({ month }) => month === live.month);
    if (!newest) return { month: live, methodVersion: METHOD_VERSION, edition: null };
    const { manifest, edition, hash } = newest;
    const { measured, methodVersion } = manifest;
    return { month: measured, methodVersion, edition: { number: edition, hash } };
  });
}

function stateOf(month: Month, editions: readonly Edition[]): PeriodState {
  if (month >= currentMonth()) return "running";
  if (editions.length === 0) return "open";
  const shown = editions.findLast(({ publishedAt }) => publishedAt !== null);
  if (!shown) return "closed";
  return shown.edition === 1 ? "published" : "revised";
}

/**
 * Months are closed one after another. first: the first that was; null before. next: whose turn it is; null before the
 * first sale.
 */
export async function readTurn(
  db: ReadDatabase,
): Promise<{ first: Month | null; next: Month | null }> {
  const closed = await findClosedMonths(db);
  if (!closed) return { first: null, next: await findFirstMonth(db) };
  return { first: closed.first, next: addMonths(closed.last, 1) };
}

/** Whether there is an edition at all. */
export async function hasEditions(): Promise<boolean> {
  return (await findClosedMonths(reader())) !== null;
}

async function findFirstMonth(db: ReadDatabase = reader()): Promise<Month | null> {
  const [sold] = await db.select({ month: min(provinceOrders.month) }).from(provinceOrders);
  const closed = await findClosedMonths(db);
  const months = [sold?.month, closed?.first].flatMap((month) => (month ? [month] : []));
  return months.toSorted()[0] ?? null;
}
