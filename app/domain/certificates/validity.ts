import {
  addDays,
  addMonths,
  DAY_MS,
  monthOf,
  startOfDate,
  type LocalDate,
} from "~/platform/period";

/** A recognition is valid for so long (QĐ 26/2026/QĐ-TTg). */
const VALID_MONTHS = 36;
/** What a paper may name beyond that: some count to the end of the month. */
const LONGEST_MONTHS = 37;

/** A household is told so many days before its certificate ends, each time once. */
export const WARNING_DAYS = [180, 90, 30] as const;
export type WarningDays = (typeof WARNING_DAYS)[number];

/** Its end when its paper names none. */
export function usualEnd(decidedOn: LocalDate): LocalDate {
  return monthsLater(decidedOn, VALID_MONTHS);
}

export function isTooLong(decidedOn: LocalDate, expiresOn: LocalDate): boolean {
  return expiresOn > monthsLater(decidedOn, LONGEST_MONTHS);
}

/** Valid that day, and for at most 180 days more. */
export function isEnding(expiresOn: LocalDate, today: LocalDate): boolean {
  return expiresOn > today && expiresOn <= addDays(today, WARNING_DAYS[0]);
}

/** Whole days that are left; 0 once it has ended. */
export function daysLeft(expiresOn: LocalDate, today: LocalDate): number {
  return Math.max(0, Math.round((startOfDate(expiresOn) - startOfDate(today)) / DAY_MS));
}

/** The same day of a later month, or its last day. */
function monthsLater(date: LocalDate, months: number): LocalDate {
  const month = addMonths(monthOf(date), months);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${date.slice(8)}`;
  return same < last ? same : last;
}
