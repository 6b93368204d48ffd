import { and, count, desc, eq } from "drizzle-orm";
import { households } from "~db/schema/households";
import { householdYears } from "~db/schema/settlement-tax";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf, type LocalDate } from "~/platform/period";
import { thresholdOn } from "./queries-tax.server";
import { thresholdMark, thresholdPercent, yearOf } from "./tax-threshold";
import type { HouseholdYear, HouseholdYearPage } from "./types-tax";

const PAGE_SIZE = 40;

/** A household's running year; null while there is no threshold. The caller has found it in the scope. */
export async function loadHouseholdYear(householdId: string): Promise<HouseholdYear | null> {
  const today = localDateOf(now());
  const thresholdVnd = await thresholdOn(reader(), today);
  if (thresholdVnd === null) return null;
  const year = yearOf(today);
  const [row] = await reader()
    .select({ revenueVnd: householdYears.revenueVnd })
    .from(householdYears)
    .where(and(eq(householdYears.householdId, householdId), eq(householdYears.year, year)))
    .limit(1);
  return yearRow(year, row?.revenueVnd ?? 0, thresholdVnd);
}

/** Households by what they have sold in a year, most first, 40 a page; against the threshold of its last day, or today's. */
export async function listHouseholdYears(asked: {
  year: number;
  page: number;
}): Promise<HouseholdYearPage> {
  const { year } = asked;
  const db = reader();
  const thresholdVnd = await thresholdOn(db, lastDayOf(year, localDateOf(now())));
  const [all] = await db
    .select({ rowCount: count() })
    .from(householdYears)
    .where(eq(householdYears.year, year));
  const rowCount = all?.rowCount ?? 0;
  const pageCount = Math.max(1, Math.ceil(rowCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked.page), pageCount);
  const rows = await db
    .select({
      householdName: households.name,
      householdSlug: households.slug,
      taxCode: households.taxCode,
      revenueVnd: householdYears.revenueVnd,
    })
    .from(householdYears)
    .innerJoin(households, eq(households.id, householdYears.householdId))
    .where(eq(householdYears.year, year))
    .orderBy(desc(householdYears.revenueVnd), desc(householdYears.householdId))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    year,
    thresholdVnd,
    rows: rows.map((row) => ({ ...row, ...yearRow(year, row.revenueVnd, thresholdVnd ?? 0) })),
    rowCount,
    page,
    pageCount,
  };
}

function yearRow(year: number, revenueVnd: number, thresholdVnd: number): HouseholdYear {
  const isSet = thresholdVnd > 0;
  return {
    year,
    revenueVnd,
    thresholdVnd,
    percent: isSet ? thresholdPercent(revenueVnd, thresholdVnd) : 0,
    mark: isSet ? thresholdMark(revenueVnd, thresholdVnd) : null,
  };
}

function lastDayOf(year: number, today: LocalDate): LocalDate {
  const last = `${year}-12-31`;
  return last < today ? last : today;
}
