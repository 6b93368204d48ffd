import { formatDate, addDays } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { unguardText } from "./guarded-text";
import { unescapeText } from "./escaped-text";
import { readXml } from "./read-xml.server";
import { MAX_TABLE_ROWS, type Cell, type RawRow } from "./table-columns";

export type SheetCode = "table_damaged" | "table_too_many_rows";
type Book = { shared: readonly string[]; dateStyles: ReadonlySet<number>; is1904: boolean };

/** Headings and titles above them are no rows of the table; empty rows are not counted. */
const MAX_FILLED_ROWS = MAX_TABLE_ROWS + 100;
const MAX_CELLS = 100;

/** The rows of a sheet that have something in them. */
export async function readSheet(xml: string, book: Book): Promise<Result<RawRow[], SheetCode>> {
  const rows: RawRow[] = [];
  let row: RawRow = { lineNumber: 0, cells: [] };
  let cell = { place: 0, type: "n", style: 0, text: "", isText: false };
  const isSound = await readXml(
    xml,
    {
      open: (name, { r, t, s }) => {
        if (name === "row") row = { lineNumber: Number(r ?? row.lineNumber + 1), cells: [] };
        if (name === "c") {
          const place = placeOf(r) ?? row.cells.length;
          cell = { place, type: t ?? "n", style: Number(s ?? -1), text: "", isText: false };
        }
        if (name === "v" || name === "t") cell.isText = true;
      },
      close: (name) => {
        if (name === "v" || name === "t") cell.isText = false;
        if (name === "c" && cell.place < MAX_CELLS) putCell(row, cell.place, cellOf(cell, book));
        if (name === "row" && row.cells.some(({ text }) => text !== "")) rows.push(row);
      },
      text: (part) => {
        if (cell.isText) cell.text += part;
      },
    },
    () => rows.length > MAX_FILLED_ROWS,
  );
  if (!isSound) return fail("table_damaged");
  if (rows.length > MAX_FILLED_ROWS) return fail("table_too_many_rows", { limit: MAX_TABLE_ROWS });
  return succeed(rows);
}

function putCell(row: RawRow, place: number, cell: Cell): void {
  while (row.cells.length < place) row.cells.push({ text: "" });
  row.cells[place] = cell;
}

/** `C12` is in the third column, which has the place 2. */
function placeOf(address: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address ?? "")?.[1];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(found: { type: string; style: number; text: string }, book: Book): Cell {
  const { type, style, text } = found;
  switch (type) {
    case "s":
      return { text: unguardText(book.shared[Number(text)] ?? "") };
    case "inlineStr":
    case "str":
      return { text: unguardText(unescapeText(text)) };
    case "e":
      return { text, kind: "fault" };
    case "b":
      return { text: text === "1" ? "TRUE" : "FALSE" };
    case "d":
      return dayCell(text.slice(0, 10));
    default:
      return numberCell(text, book.dateStyles.has(style) ? book : null);
  }
}

const DAY_ZERO = "1899-12-30";
const DAY_ZERO_1904 = "1904-01-01";
const MAX_SERIAL = 2_958_465; // the last day of 9999

function numberCell(text: string, dates: Book | null): Cell {
  if (text === "") return { text };
  const value = Number(text);
  if (!Number.isFinite(value)) return { text, kind: "fault" };
  if (dates !== null && value >= 1 && value <= MAX_SERIAL) {
    return dayCell(addDays(dates.is1904 ? DAY_ZERO_1904 : DAY_ZERO, Math.floor(value)));
  }
  return { text: String(value), kind: Number.isSafeInteger(value) ? "number" : "fraction" };
}

function dayCell(day: string): Cell {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  return { text: isDay ? formatDate(day) : day, kind: "date" };
}
