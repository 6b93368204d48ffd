import type { LocalDate } from "~/platform/period";

/** What a household is told of: at four fifths of the threshold, and at all of it. */
export const THRESHOLD_MARKS = ["near", "reached"] as const;
export type ThresholdMark = (typeof THRESHOLD_MARKS)[number];

const NEAR_PERCENT = 80;

/** The mark that this revenue has come to, or null; exact to the đồng. */
export function thresholdMark(revenueVnd: number, thresholdVnd: number): ThresholdMark | null {
  if (revenueVnd >= thresholdVnd) return "reached";
  const isNear = BigInt(revenueVnd) * 100n >= BigInt(thresholdVnd) * BigInt(NEAR_PERCENT);
  return isNear ? "near" : null;
}

/** Whole percent of the threshold, rounded down, so that 100 is said of nothing less; 0 where more came back than was sold. */
export function thresholdPercent(revenueVnd: number, thresholdVnd: number): number {
  if (revenueVnd <= 0) return 0;
  return Number((BigInt(revenueVnd) * 100n) / BigInt(thresholdVnd));
}

/** The calendar year of a day in Vietnam. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
