import { vnd, type Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

export type AmountCode = "amount_unreadable" | "amount_fraction" | "amount_too_large";

const CURRENCY = / ?(?:VND|VNĐ|đ|₫)$/i;
const WHOLE = /^(?:0|[1-9]\d*)$/;
/** Thousands by one mark throughout; the last group is three digits, so `1,5` and `1.23` are no such number. */
const GROUPED = /^[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*$/;
const DECIMALS = /^(.*\d)([.,])(\d{1,2})$/;
const MAX_DIGITS = 13;

/**
 * An amount as banks print it: `1.234.567`, `1,234,567`, `+1 234 567`, `1234567.00`, `1.234.567,00 VND`, `-50.000`.
 * Null for an empty cell and for the dash that stands for nothing. Anything else is refused and never mended: a cell
 * that a spreadsheet program has rewritten may be wrong by a thousand.
 */
export function parseStatementAmount(cell: string): Result<Vnd | null, AmountCode> {
  const text = cell.replaceAll(/[\s\u00a0\u202f]+/g, " ").trim();
  if (text === "" || text === "-" || text === "–") return succeed(null);
  const unsigned = text.replace(CURRENCY, "").replace(/^[+\-−] ?/, "");
  const isNegative = /^[-−]/.test(text);
  const whole = withoutDecimals(unsigned);
  if (whole === null) return fail("amount_fraction");
  if (!WHOLE.test(whole) && !GROUPED.test(whole)) return fail("amount_unreadable");
  const digits = whole.replaceAll(/\D/g, "");
  if (digits.length > MAX_DIGITS) return fail("amount_too_large");
  return succeed(vnd(isNegative ? -Number(digits) : Number(digits)));
}

/** Decimals that are zero go; null when they are not. They have another mark than the thousands. */
function withoutDecimals(text: string): string | null {
  const [, before = "", mark = "", decimals = ""] = DECIMALS.exec(text) ?? [];
  if (decimals === "" || before.includes(mark)) return text;
  if (!WHOLE.test(before) && !GROUPED.test(before)) return text;
  if (decimals === "00") return before;
  return /^0*$/.test(decimals) ? text : null;
}
