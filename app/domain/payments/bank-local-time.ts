import { DAY_MS, HOUR_MS, isoInstant, MINUTE_MS, VIETNAM_OFFSET_MS } from "~/platform/period";

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * `YYYY-MM-DD HH:mm:ss` as banks write it, in Vietnamese time without saying so, to epoch milliseconds.
 * Null for anything else, a day that does not exist included. Arithmetic, because the platform's own parser
 * takes the server's zone and turns 30 February into 2 March.
 */
export function parseBankLocalTime(text: string): number | null {
  const match = LOCAL_TIME.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const local =
    daysFromCivil(year, month, day) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * 1_000;
  return local - VIETNAM_OFFSET_MS;
}

/** What `parseBankLocalTime` reads, to the second. */
export function formatBankLocalTime(instant: number): string {
  return isoInstant(instant + VIETNAM_OFFSET_MS)
    .slice(0, 19)
    .replace("T", " ");
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days since 1970-01-01. Years begin in March, so that the leap day is the last (H. Hinnant, days_from_civil). */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
