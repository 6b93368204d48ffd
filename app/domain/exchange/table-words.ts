import type { ProductStatus } from "~/domain/catalog/product-status";
import { GOODS_TAX_CLASSES, type ProductTaxClass } from "~/domain/catalog/tax-class";
import { CONTENT_UNITS, type ContentUnit } from "~/domain/catalog/units";
import { fold } from "~/platform/fold";
import {
  TABLE_COLUMNS,
  WRITTEN_COLUMNS,
  type Cell,
  type RawRow,
  type TableCells,
  type TableColumn,
} from "./table-columns";

/** What stands in a table in one language. */
export type TableWords = {
  head: Record<TableColumn, string>;
  /** The names of the 26 sets, the first at 0. */
  sets: readonly string[];
  units: Record<ContentUnit, string>;
  taxClasses: Record<ProductTaxClass, string>;
  statuses: Record<ProductStatus, string>;
  /** In the first cell of a line that is there for people and is not read. */
  note: string;
};

/** A text of the forms as the table says it: `4` becomes `4. Honey`. */
export function wordOf(words: TableWords, column: TableColumn, text: string): string {
  if (text === "") return "";
  if (column === "ocopSet") return `${text}. ${words.sets[Number(text) - 1] ?? ""}`;
  const list = wordsOf(words, column);
  return (list && Object.hasOwn(list, text) ? list[text] : undefined) ?? text;
}

function wordsOf(
  words: TableWords,
  column: TableColumn,
): Readonly<Record<string, string>> | undefined {
  if (column === "contentUnit") return words.units;
  if (column === "taxClass") return words.taxClasses;
  return column === "status" ? words.statuses : undefined;
}

const UNIT_WORDS: Readonly<Record<string, ContentUnit>> = {
  gam: "g",
  gram: "g",
  mililit: "ml",
  cai: "piece",
  qua: "piece",
  trai: "piece",
  con: "piece",
  bo: "piece",
  chiec: "piece",
};

/** The same the other way, in any of the languages; what is no word of the column stays what it is. */
export function codeOf(
  languages: readonly TableWords[],
  column: TableColumn,
  typed: string,
): string {
  const folded = fold(typed);
  if (folded === "") return typed;
  if (column === "ocopSet") {
    const number = /^\s*0?(\d{1,2})\s*(?:$|[.:–-]?\s*\p{L})/u.exec(typed)?.[1];
    if (number !== undefined) return number;
    const set = languages
      .map((words) => words.sets.findIndex((name) => fold(name) === folded))
      .find((at) => at >= 0);
    return set === undefined ? typed : String(set + 1);
  }
  if (column !== "contentUnit" && column !== "taxClass") return typed;
  const codes: readonly string[] =
    column === "contentUnit" ? CONTENT_UNITS : [...GOODS_TAX_CLASSES, "service"];
  const found = codes.find(
    (code) =>
      fold(code) === folded ||
      languages.some((words) => fold(wordOf(words, column, code)) === folded),
  );
  if (found !== undefined) return found;
  return (column === "contentUnit" ? UNIT_WORDS[folded] : undefined) ?? typed;
}

export type Headings = { lineNumber: number; places: ReadonlyMap<TableColumn, number> };

/** Titles may stand above the headings. */
const HEADINGS_WITHIN_ROWS = 20;

/**
 * Where each column stands: the first line that names the code and something to write, in any of the languages. A
 * heading that stands twice counts where it stands first. Null without such a line.
 */
export function findHeadings(
  languages: readonly TableWords[],
  rows: readonly RawRow[],
): Headings | null {
  for (const { lineNumber, cells } of rows.slice(0, HEADINGS_WITHIN_ROWS)) {
    const places = new Map<TableColumn, number>();
    for (const column of TABLE_COLUMNS) {
      const names = [column, ...languages.map((words) => words.head[column])].map(fold);
      const place = cells.findIndex(({ text }) => text !== "" && names.includes(fold(text)));
      if (place >= 0) places.set(column, place);
    }
    if (places.has("slug") && WRITTEN_COLUMNS.some((column) => places.has(column))) {
      return { lineNumber, places };
    }
  }
  return null;
}

/** The cells of a row by column, words as codes; null for an empty row and for a line that is a note. */
export function cellsOf(
  languages: readonly TableWords[],
  { places }: Headings,
  row: RawRow,
): TableCells | null {
  const cells: TableCells = {};
  let isEmpty = true;
  for (const [column, place] of places) {
    const cell: Cell = row.cells[place] ?? { text: "" };
    if (cell.text.trim() !== "") isEmpty = false;
    cells[column] = { ...cell, text: codeOf(languages, column, cell.text) };
  }
  const first = fold(cells.slug?.text ?? "");
  const isNote = first !== "" && languages.some((words) => fold(words.note) === first);
  return isEmpty || isNote ? null : cells;
}
