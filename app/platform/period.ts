import { invariant } from "./invariant";

/** `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
export type LocalDate = string;
/** `YYYY-MM` in Asia/Ho_Chi_Minh. */
export type Month = string;

// Vietnam has had one offset and no summer time since 1975, so the zone is plain arithmetic.
export const VIETNAM_OFFSET_MS = 7 * 3_600_000;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The calendar day in Vietnam at this moment. */
export function localDateOf(instant: number): LocalDate {
  return new Date(instant + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

/** First moment of that day in Vietnam. */
export function startOfDate(date: LocalDate): number {
  invariant(/^\d{4}-\d{2}-\d{2}$/.test(date), `not a date: ${date}`);
  return Date.parse(`${date}T00:00:00.000Z`) - VIETNAM_OFFSET_MS;
}

/** Half-open: from the first moment of the month to the first moment of the next. */
export function monthRange(month: Month): { from: number; to: number } {
  return { from: startOfDate(`${month}-01`), to: startOfDate(`${addMonths(month, 1)}-01`) };
}

export function addMonths(month: Month, months: number): Month {
  invariant(/^\d{4}-\d{2}$/.test(month), `not a month: ${month}`);
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOf(startOfDate(date) + days * DAY_MS);
}

/** A day and a time of it (`hh:mm`) in Vietnam, in milliseconds UTC. */
export function momentOf(on: LocalDate, time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return startOfDate(on) + hours * HOUR_MS + minutes * MINUTE_MS;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  invariant(/^\d{4}-\d{2}-\d{2}$/.test(date), `not a date: ${date}`);
  return new Date(`${date}T00:00:00.000Z`).getUTCDay() || 7;
}

/** The `length` months that end with `last`, oldest first. */
export function monthsUntil(last: Month, length: number): Month[] {
  return Array.from({ length }, (_, i) => addMonths(last, i - length + 1));
}

/** How many months there are from `first` to `last`, both counted. */
export function countMonths(first: Month, last: Month): number {
  const monthNumber = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return monthNumber(last) - monthNumber(first) + 1;
}

/** True for a real month between 2000 and 2100. */
export function isMonth(text: string): boolean {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** `dd/mm/yyyy`. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `hh:mm dd/mm/yyyy` in Vietnam. */
export function formatInstant(instant: number): string {
  const text = new Date(instant + VIETNAM_OFFSET_MS).toISOString();
  return `${text.slice(11, 16)} ${formatDate(text.slice(0, 10))}`;
}

/** `dd/mm/yyyy hh:mm:ss` in Vietnam, for what is looked into to the second. */
export function formatExact(instant: number): string {
  const text = new Date(instant + VIETNAM_OFFSET_MS).toISOString();
  return `${formatDate(text.slice(0, 10))} ${text.slice(11, 19)}`;
}

/** `dd/mm` in Vietnam, for what is near and has little room. */
export function formatDayAndMonth(instant: number): string {
  return formatDate(localDateOf(instant)).slice(0, 5);
}

/** `hh:mm dd/mm`, the same. */
export function formatMoment(instant: number): string {
  return `${formatInstant(instant).slice(0, 5)} ${formatDayAndMonth(instant)}`;
}

/** `mm/yyyy`. */
export function formatMonth(month: Month): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

/** `2026-11-20T05:00:00.000Z`, for other programs. */
export function isoInstant(instant: number): string {
  return new Date(instant).toISOString();
}

/** What `isoInstant` wrote. */
export function instantOfIso(text: string): number {
  return Date.parse(text);
}
