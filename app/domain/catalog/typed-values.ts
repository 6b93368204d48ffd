import { invariant } from "~/platform/invariant";
import { vnd, type Vnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";

const GROUPED = /^\d{1,3}([.,\u00a0 ])\d{3}(?:\1\d{3})*$/;
const MAX_DIGITS = 12;

const THOUSANDS = /^(\S+)\s*(?:nghìn|ngàn|k)$/iu;
const MILLIONS = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:triệu|tr)$/iu;

/**
 * Whole đồng as people write them: `185000`, `185.000`, `185,000 đ`, `185 000đ`, `185 nghìn`, `185k`, `1,2 triệu`; null
 * for anything else. A fraction of a đồng or a thousand, a sign or an exponent is refused, not mended.
 */
export function parseTypedVnd(text: string): Vnd | null {
  const typed = text
    .normalize("NFC")
    .trim()
    .replace(/\s*(?:đ|₫|vnd|đồng)$/iu, "");
  const [, whole, parts = ""] = MILLIONS.exec(typed) ?? [];
  if (whole !== undefined) return vnd(Number(whole + parts.padEnd(2, "0")) * 10_000);
  const [, thousands] = THOUSANDS.exec(typed) ?? [];
  const count = parseTypedCount(thousands ?? typed);
  if (count === null) return null;
  const amount = thousands === undefined ? count : count * 1_000;
  return amount < 10 ** MAX_DIGITS ? vnd(amount) : null;
}

/** A whole number of at least 0, its thousands grouped or not; null for anything else. */
export function parseTypedCount(text: string): number | null {
  const typed = text.trim();
  const digits = GROUPED.test(typed) ? typed.replaceAll(/\D/g, "") : typed;
  if (!/^\d+$/.test(digits) || digits.length > MAX_DIGITS) return null;
  return Number(digits);
}

/** A day of the calendar from what a date field sends (`2026-11-22`) or a person writes (`22/11/2026`); else null. */
export function parseTypedDay(text: string): LocalDate | null {
  const typed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : written
      ? [Number(written[3]), Number(written[2]), Number(written[1])]
      : [0, 0, 0];
  if (year < 2000 || year > 2100 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * For `when` of a check over several days: these can be compared, whatever else of the form is not in order, so that
 * all errors show at once.
 */
export function haveDays(...fields: readonly string[]) {
  return ({ value }: { value: unknown }): boolean => {
    const read = new Map(Object.entries(value ?? {}));
    return fields.every((field) => isReadDay(read.get(field)));
  };
}

/** A day that was read: what could not be read is no text any more. */
export function isReadDay(value: unknown): value is LocalDate {
  return typeof value === "string" && parseTypedDay(value) === value;
}

function daysInMonth(year: number, month: number): number {
  invariant(month >= 1 && month <= 12, `not a month: ${month}`);
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
