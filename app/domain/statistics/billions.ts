import { numberMarks, type Language } from "~/platform/language";
import { formatInteger, vnd, type Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

// A province's month is some thousands of tỷ đồng, the whole country's about 600,000.
const MAX_WHOLE_DIGITS = 6;
const BILLION = 1_000_000_000;
const MILLION = 1_000_000;

export type BillionsProblem =
  | "retail_amount_format"
  | "retail_amount_decimals"
  | "retail_amount_not_positive"
  | "retail_amount_too_large";

/**
 * Reads an amount in tỷ đồng (thousand million) as the statistics office prints it, exactly: a comma before the
 * decimals, at most 3 of them, points only between groups of three. `4.671,4` is 4,671,400,000,000 đồng.
 */
export function parseBillions(text: string): Result<Vnd, BillionsProblem> {
  const typed = text.trim();
  if (/^[-−]\s*\d/.test(typed)) return fail("retail_amount_not_positive");
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(typed);
  if (!match?.[1]) return fail("retail_amount_format");
  const whole = match[1].replaceAll(".", "").replace(/^0+(?=\d)/, "");
  const decimals = match[2] ?? "";
  if (decimals.length > 3) return fail("retail_amount_decimals");
  if (whole.length > MAX_WHOLE_DIGITS) return fail("retail_amount_too_large");
  const amount = Number(whole) * BILLION + Number(decimals.padEnd(3, "0")) * MILLION;
  return amount === 0 ? fail("retail_amount_not_positive") : succeed(vnd(amount));
}

/** True for `4,231` and `4.231`: a thousand times apart, and written by hand either is soon taken for the other. */
export function isAmbiguousAmount(text: string): boolean {
  return /^\d{1,3}[.,]\d{3}$/.test(text.trim());
}

/** The statistics office prints tenths. */
const LEAST_DECIMALS = 1;

/** How many decimals amounts of one column share so that none loses anything. */
export function decimalsOf(amountsVnd: readonly number[]): number {
  return Math.max(LEAST_DECIMALS, ...amountsVnd.map((amount) => fractionOf(amount).length));
}

/**
 * `4.671,4` in Vietnamese, `4,671.4` in English: nothing is lost (9 decimals at most), and always a decimal, so
 * that the thousands are never taken for it. `decimals` lines the amounts of a column up (`decimalsOf`).
 */
export function formatBillions(
  amountVnd: number,
  language: Language,
  decimals = LEAST_DECIMALS,
): string {
  const whole = formatInteger(Math.floor(amountVnd / BILLION), language);
  const fraction = fractionOf(amountVnd).padEnd(decimals, "0");
  return `${whole}${numberMarks(language).point}${fraction}`;
}

function fractionOf(amountVnd: number): string {
  return String(amountVnd % BILLION)
    .padStart(9, "0")
    .replace(/0+$/, "");
}

/** An amount's nghìn tỷ, tỷ and triệu, for saying it: whole numbers, each below 1,000 but the first. */
export function partsOfAmount(amountVnd: number) {
  return {
    trillions: Math.floor(amountVnd / (1_000 * BILLION)),
    billions: Math.floor(amountVnd / BILLION) % 1_000,
    millions: Math.floor(amountVnd / MILLION) % 1_000,
  };
}
