import {
  addDays,
  addMonths,
  DAY_MS,
  monthOf,
  startOfDate,
  type LocalDate,
} from "../../../app/platform/period";
import { isInSeason, type Season } from "../../../app/domain/catalog/season";
import type { SampleDay } from "./sample-day";

// A year to compare with the year before: what the indicator shows beside each other.
const MONTHS_BEFORE = 13;
/** First day of the lunar year, of which people buy before it. */
const TET =
  "2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11".split(
    " ",
  );
const WEEKDAY = [1.05, 0.95, 0.95, 1, 1, 1.1, 1.15]; // from Monday

export type SalesDay = {
  date: LocalDate;
  orderCount: number;
  /** How much of the time has gone by, 0 to 1. */
  progress: number;
};

/**
 * Thirteen whole months and the days of this one up to yesterday, and how many orders each day has; the counts sum
 * to `orderCount`.
 */
export function planSalesDays(day: SampleDay, orderCount: number): SalesDay[] {
  const first = `${addMonths(monthOf(day.today), -MONTHS_BEFORE)}-01`;
  const dayCount = dayNumber(day.today) - dayNumber(first);
  const dates = Array.from({ length: dayCount }, (_, index) => addDays(first, index));
  const weights = dates.map((date, index) => demandOf(date, index / dayCount));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let before = 0;
  let planned = 0;
  return dates.map((date, index) => {
    before += weights[index] ?? 0;
    // Cumulative, so that what is rounded off one day comes back on a later one.
    const until = index === dayCount - 1 ? orderCount : Math.floor((orderCount * before) / sum);
    const count = until - planned;
    planned = until;
    return { date, orderCount: count, progress: index / dayCount };
  });
}

/** Grows by a half over the time, more at the end of a week, most in the weeks before Tết, hardly any at Tết. */
function demandOf(date: LocalDate, progress: number): number {
  const weekday = WEEKDAY[(dayNumber(date) + 3) % 7] ?? 1;
  return (0.8 + 0.4 * progress) * weekday * tetDemand(date);
}

export function tetDemand(date: LocalDate): number {
  for (const tet of TET) {
    const daysLeft = dayNumber(tet) - dayNumber(date);
    if (daysLeft > -6 && daysLeft <= 2) return 0.25;
    if (daysLeft > 2 && daysLeft <= 32) return 1.5 + (1.7 * (32 - daysLeft)) / 30;
  }
  return 1;
}

/** What is in season is sold more; what keeps is sold all year. */
export function seasonDemand(season: Season | null, date: LocalDate): number {
  if (season === null) return 1;
  return isInSeason(season, date) ? 1.8 : 0.5;
}

function dayNumber(date: LocalDate): number {
  return Math.round((startOfDate(date) + DAY_MS) / DAY_MS);
}
