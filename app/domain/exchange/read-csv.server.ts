import { readCsvRecords } from "~/platform/csv-records.server";
import { decodeText } from "~/platform/decode-text";
import { fail, succeed, type Result } from "~/platform/result";
import { unguardText } from "./guarded-text";
import { MAX_CELL_LENGTH, MAX_TABLE_ROWS, type RawRow } from "./table-columns";

export type CsvCode = "table_encoding" | "table_quotes" | "table_too_many_rows";

const DELIMITERS = [",", ";", "\t"] as const;
const MAX_ROW_LENGTH = 4 * MAX_CELL_LENGTH;
/** So much of a file says by what it is separated. */
const START_LENGTH = 64 * 1024;
/** Headings, titles above them and empty lines are no rows of the table. */
const MAX_LINES = MAX_TABLE_ROWS + 1_000;
const MAX_CELLS = 100;

/** The rows of a CSV file. Vietnamese Excel separates by semicolons. */
export async function readCsv(bytes: Uint8Array): Promise<Result<RawRow[], CsvCode>> {
  const text = decodeText(bytes);
  if (text === null) return fail("table_encoding");
  const shape = {
    delimiter: delimiterOf(text),
    limit: MAX_LINES + 1,
    maxRowLength: MAX_ROW_LENGTH,
  };
  const { records, fault } = await readCsvRecords(text, shape);
  if (fault) return fail("table_quotes", { line: fault.line });
  if (records.length > MAX_LINES) return fail("table_too_many_rows", { limit: MAX_TABLE_ROWS });
  return succeed(
    records.map(({ lineNumber, cells }) => ({
      lineNumber,
      cells: cells.slice(0, MAX_CELLS).map((cell) => ({ text: unguardText(cell) })),
    })),
  );
}

/** Whatever the first lines have most of, outside of quotation marks. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const start = text.slice(0, START_LENGTH).replaceAll(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
