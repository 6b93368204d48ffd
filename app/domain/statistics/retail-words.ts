import type { Cell, RawRow } from "~/domain/exchange/table-columns";
import { fold } from "~/platform/fold";
import { isMonth, type Month } from "~/platform/period";
import { RETAIL_KINDS, RETAIL_STAGES } from "./retail-stages";
import {
  RETAIL_COLUMNS,
  RETAIL_UNIT_NAMES,
  RETAIL_UNITS,
  type RetailColumn,
  type RetailRow,
  type RetailUnit,
  type RetailWords,
} from "./retail-table";

/** Titles may stand above the headings. */
const HEADINGS_WITHIN_ROWS = 20;

/** What people write besides the words of the template, folded. `tổng mức bán lẻ hàng hóa` alone is either kind: it is asked back. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  "ban le hang hoa": "goods",
  "doanh thu ban le": "goods",
  "tong muc ban le hang hoa va doanh thu dich vu": "goods_services",
  ty: "billion",
  ti: "billion",
  "ti dong": "billion",
  "ty vnd": "billion",
  trieu: "million",
  "trieu vnd": "million",
  vnd: "dong",
  d: "dong",
};

/**
 * The rows under the headings with something in them, words as codes; null where no line has all the headings, in any of
 * the languages. A second line of headings, without a figure in it, and lines that are notes are passed over.
 */
export function retailRowsOf(
  raw: readonly RawRow[],
  languages: readonly RetailWords[],
): RetailRow[] | null {
  for (const [i, { cells }] of raw.slice(0, HEADINGS_WITHIN_ROWS).entries()) {
    const places = placesOf(cells, languages);
    if (places) return rowsBelow(raw.slice(i + 1), places, languages);
  }
  return null;
}

type Places = Record<RetailColumn, number>;

function placesOf(cells: readonly Cell[], languages: readonly RetailWords[]): Places | null {
  const found = RETAIL_COLUMNS.map((column) => {
    const names = languages.map(({ head }) => fold(head[column]));
    return [column, cells.findIndex(({ text }) => names.includes(fold(text)))] as const;
  });
  if (found.some(([, place]) => place < 0)) return null;
  return Object.fromEntries(found) as Places;
}

function rowsBelow(
  raw: readonly RawRow[],
  places: Places,
  languages: readonly RetailWords[],
): RetailRow[] {
  const first = raw.findIndex(({ cells }) => cells.some(({ text }) => /\d/.test(text)));
  return raw.slice(Math.max(0, first)).flatMap(({ lineNumber, cells }) => {
    const at = (column: RetailColumn) => cells[places[column]] ?? { text: "" };
    const isEmpty = RETAIL_COLUMNS.every((column) => at(column).text.trim() === "");
    const isNote = languages.some(({ note }) => fold(at("month").text).startsWith(fold(note)));
    if (isEmpty || isNote) return [];
    const read = RETAIL_COLUMNS.map(
      (column) => [column, codedCell(column, at(column), languages)] as const,
    );
    return [{ lineNumber, cells: Object.fromEntries(read) as RetailRow["cells"] }];
  });
}

function codedCell(column: RetailColumn, cell: Cell, languages: readonly RetailWords[]): Cell {
  if (column === "month") return { ...cell, text: monthOfText(cell.text) ?? cell.text };
  const codes = codesOf(column);
  if (codes.length === 0) return cell;
  const folded = fold(cell.text);
  const code = codes.find(
    (one) =>
      fold(one) === folded ||
      languages.some((words) => fold(wordFor(words, column, one) ?? "") === folded) ||
      (Object.hasOwn(OTHER_WORDS, folded) && OTHER_WORDS[folded] === one),
  );
  return { ...cell, text: code ?? cell.text };
}

function codesOf(column: RetailColumn): readonly string[] {
  if (column === "kind") return RETAIL_KINDS;
  if (column === "stage") return RETAIL_STAGES;
  return column === "unit" ? RETAIL_UNIT_NAMES : [];
}

function wordFor(words: RetailWords, column: RetailColumn, code: string): string | undefined {
  const list: Readonly<Record<string, string>> =
    column === "kind" ? words.kinds : column === "stage" ? words.stages : words.units;
  return list[code];
}

/**
 * The month that people write as `10/2026`, `tháng 10 năm 2026` or `2026-10`, or that a spreadsheet made a day of, its first;
 * null for anything else.
 */
export function monthOfText(text: string): Month | null {
  // A spreadsheet makes 2026.1 of 2026.10: which month it was is gone.
  if (/^\s*\d{4}[.,]\d+\s*$/.test(text)) return null;
  const typed = fold(text).replace(/^(?:thang|month|t) ?(?=\d)/, "");
  const iso = /^(\d{4}) (\d{1,2})$/.exec(typed);
  const written = /^(?:0?1 )?(\d{1,2})(?: nam)? (\d{4})$/.exec(typed);
  const [year, month] = iso ? [iso[1], iso[2]] : [written?.[2], written?.[1]];
  const found = `${year}-${(month ?? "").padStart(2, "0")}`;
  return isMonth(found) ? found : null;
}

export function isRetailUnit(text: string): text is RetailUnit {
  return Object.hasOwn(RETAIL_UNITS, text);
}
