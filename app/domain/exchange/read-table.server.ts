import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import { readCsv, type CsvCode } from "./read-csv.server";
import { readXlsx, type XlsxCode } from "./read-xlsx.server";
import {
  MAX_CELL_LENGTH,
  MAX_TABLE_BYTES,
  MAX_TABLE_LENGTH,
  MAX_TABLE_ROWS,
  type RawRow,
  type TableRow,
} from "./table-columns";
import { cellsOf, findHeadings, type TableWords } from "./table-words";

export type TableFileCode =
  | "table_file_missing"
  | "table_file_too_large"
  | "table_too_much_text"
  | "table_old_excel"
  | "table_no_headings"
  | "table_empty"
  | "table_cell_too_long"
  | CsvCode
  | XlsxCode;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/** The rows of a household's table, CSV or XLSX, whichever its bytes are; headings and words in any of the languages. */
export async function readTable(
  bytes: Uint8Array | null,
  languages: readonly TableWords[],
): Promise<Result<TableRow[], TableFileCode>> {
  if (bytes === null) return fail("table_file_missing");
  if (bytes.length > MAX_TABLE_BYTES) return fail("table_file_too_large");
  const begins = (start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);
  if (begins(OLD_EXCEL)) return fail("table_old_excel");
  const read = begins(ZIP) ? await readXlsx(bytes) : await readCsv(bytes);
  if (!read.ok) return read;
  if (lengthOf(read.value) > MAX_TABLE_LENGTH) return fail("table_too_much_text");
  const headings = findHeadings(languages, read.value);
  if (headings === null) return fail("table_no_headings");
  const rows: TableRow[] = [];
  for (const raw of read.value) {
    if (raw.lineNumber <= headings.lineNumber) continue;
    if (raw.cells.some(({ text }) => text.length > MAX_CELL_LENGTH)) {
      return fail("table_cell_too_long", { line: raw.lineNumber });
    }
    const cells = cellsOf(languages, headings, raw);
    if (cells === null) continue;
    const { lineNumber } = raw;
    rows.push({ lineNumber, cells, newProductId: newId("prd"), newLotId: newId("lot") });
  }
  if (rows.length === 0) return fail("table_empty");
  if (rows.length > MAX_TABLE_ROWS) {
    return fail("table_too_many_rows", { limit: MAX_TABLE_ROWS });
  }
  return succeed(rows);
}

function lengthOf(rows: readonly RawRow[]): number {
  return rows.reduce(
    (sum, { cells }) => cells.reduce((inRow, { text }) => inRow + text.length, sum),
    0,
  );
}
