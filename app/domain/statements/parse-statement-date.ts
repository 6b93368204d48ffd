import { fail, succeed, type Result } from "~/platform/result";
import { parseBankLocalTime } from "~/domain/payments/bank-local-time";

export type DateCode =
  "date_missing" | "date_unreadable" | "date_impossible" | "date_ambiguous" | "date_month_first";

const DAY_FIRST = /^(\d{2})([/-])(\d{2})\2(\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/;
/** One digit, or two of the year: no bank prints so, a spreadsheet program does, and may have turned day and month. */
const REWRITTEN = /^(?:\d([/-])\d{1,2}\1|\d{2}([/-])\d\2|\d{2}([/-])\d{2}\3\d{2}(?!\d))/;

/**
 * The moment of a line, which banks write in Vietnamese time without saying so: day first or year first, with or
 * without the time. A day alone is taken at noon: farthest from both its borders, so that no zone it is shown in makes
 * another day of it, and neither before the orders of that morning nor on the night between two days.
 * The month first is never guessed.
 */
export function parseStatementDate(cell: string): Result<number, DateCode> {
  const text = cell.replaceAll(/[\s\u00a0]+/g, " ").trim();
  if (text === "") return fail("date_missing");
  const dayFirst = DAY_FIRST.exec(text);
  const yearFirst = YEAR_FIRST.exec(text);
  if (dayFirst) {
    const [, day = "", , month = "", year = "", ...time] = dayFirst;
    if (Number(month) > 12 && Number(day) <= 12) return fail("date_month_first");
    return at(`${year}-${month}-${day}`, time);
  }
  if (yearFirst) {
    const [, year = "", month = "", day = "", ...time] = yearFirst;
    return at(`${year}-${month}-${day}`, time);
  }
  return fail(REWRITTEN.test(text) ? "date_ambiguous" : "date_unreadable");
}

function at(day: string, [hour, minute, second]: readonly (string | undefined)[]) {
  const time = hour === undefined ? "12:00:00" : `${hour}:${minute}:${second ?? "00"}`;
  const instant = parseBankLocalTime(`${day} ${time}`);
  return instant === null ? fail("date_impossible") : succeed(instant);
}
