import type { Cell } from "~/domain/exchange/table-columns";
import { vnd, type Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { RETAIL_UNITS, type RetailUnit } from "./retail-table";

/** How a file writes its decimals. mixed: both ways, so that `4.671` says nothing; unsaid: nothing in it tells. */
export type DecimalStyle = "comma" | "point" | "mixed" | "unsaid";

export type AmountProblem =
  | "retail_amount_missing"
  | "retail_amount_format"
  | "retail_amount_two_ways"
  | "retail_amount_part_of_dong"
  | "retail_amount_not_positive"
  | "retail_amount_too_large"
  | "table_formula_fault"
  | "table_date_cell";

const COMMA = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/;
const POINT = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
/** Groups of three with spaces between them, as some tables print them. */
const SPACED = /^(\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?=[.,]|$)/;
/** What is left of a sum in binary beyond these is no part of the amount. */
const NUMBER_DECIMALS = 6;
const MAX_DONG = 999_999_999_000_000n; // as the form has it

/** What the amounts of a column that are written as text say of its decimals. */
export function decimalStyleOf(cells: readonly Cell[]): DecimalStyle {
  const texts = cells.filter(({ kind }) => kind === undefined).map(({ text }) => digitsOf(text));
  const isComma = texts.some((text) => COMMA.test(text) && !POINT.test(text));
  const isPoint = texts.some((text) => POINT.test(text) && !COMMA.test(text));
  if (isComma && isPoint) return "mixed";
  return isComma ? "comma" : isPoint ? "point" : "unsaid";
}

/**
 * An amount in đồng from a cell in its unit, exactly. A number of a spreadsheet is taken to its sixth decimal; a text is read
 * by what it can only mean, else by `style`. `isAmbiguous`: it could have meant a thousandth or a thousandfold.
 */
export function readAmountCell(
  cell: Cell,
  unit: RetailUnit,
  style: DecimalStyle,
): Result<{ vnd: Vnd; isAmbiguous: boolean }, AmountProblem> {
  const typed = digitsOf(cell.text);
  if (typed === "") return fail("retail_amount_missing");
  if (cell.kind === "fault") return fail("table_formula_fault");
  if (cell.kind === "date") return fail("table_date_cell");
  if (/^[-−]\s*[\d.,]/.test(typed)) return fail("retail_amount_not_positive");
  const isNumber = cell.kind === "number" || cell.kind === "fraction";
  const read = isNumber ? numberParts(cell.text) : textParts(typed, style);
  if (!read.ok) return read;
  const amount = amountOf(read.value, RETAIL_UNITS[unit]);
  if (amount === null) return fail("retail_amount_part_of_dong");
  if (amount === 0n) return fail("retail_amount_not_positive");
  if (amount > MAX_DONG) return fail("retail_amount_too_large");
  return succeed({ vnd: vnd(Number(amount)), isAmbiguous: read.value.isAmbiguous });
}

type Parts = { whole: string; decimals: string; isAmbiguous: boolean };
type PartsResult = Result<Parts, "retail_amount_format" | "retail_amount_two_ways">;

function digitsOf(text: string): string {
  return text.trim().replace(SPACED, (groups) => groups.replaceAll(/[ \u00a0\u202f]/g, ""));
}

function numberParts(text: string): PartsResult {
  const [whole = "", decimals = ""] = Number(text).toFixed(NUMBER_DECIMALS).split(".");
  if (!/^\d+$/.test(whole)) return fail("retail_amount_format"); // past what is written out
  return succeed({ whole, decimals, isAmbiguous: false });
}

function textParts(typed: string, style: DecimalStyle): PartsResult {
  const [comma, point] = [COMMA.exec(typed), POINT.exec(typed)];
  if (!comma && !point) return fail("retail_amount_format");
  const isEither = comma !== null && point !== null && /[.,]/.test(typed);
  if (isEither && style === "mixed") return fail("retail_amount_two_ways");
  const isPoint = comma === null || (isEither && style === "point");
  const [, whole = "", decimals = ""] = (isPoint ? point : comma) ?? [];
  return succeed({
    whole: whole.replaceAll(/[.,]/g, ""),
    decimals,
    isAmbiguous: isEither && style === "unsaid",
  });
}

/** In đồng; null for a part of one. */
function amountOf({ whole, decimals }: Parts, power: number): bigint | null {
  const kept = decimals.replace(/0+$/, "");
  if (kept.length > power) return null;
  return BigInt(whole) * 10n ** BigInt(power) + BigInt(kept.padEnd(power, "0") || "0");
}
