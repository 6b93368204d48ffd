import { CsvError, parse, type InfoRecord } from "csv-parse";
import { finished } from "node:stream/promises";
import { letOthersWork } from "~/platform/db.server";
import { decodeText } from "~/platform/decode-text";
import { fail, succeed, type Result } from "~/platform/result";
import { unguardText } from "./guarded-text";
import { MAX_CELL_LENGTH, MAX_TABLE_ROWS, type RawRow } from "./table-columns";

export type CsvCode = "table_encoding" | "table_quotes" | "table_too_many_rows";

const DELIMITERS = [",", ";", "\t"] as const;
const MAX_ROW_LENGTH = 4 * MAX_CELL_LENGTH;
const SLICE_LENGTH = 64 * 1024;
/** Headings, titles above them and empty lines are no rows of the table. */
const MAX_LINES = MAX_TABLE_ROWS + 1_000;
const MAX_CELLS = 100;

/** The rows of a CSV file, in slices, so that others are answered meanwhile. Vietnamese Excel separates by semicolons. */
export async function readCsv(bytes: Uint8Array): Promise<Result<RawRow[], CsvCode>> {
  const text = decodeText(bytes);
  if (text === null) return fail("table_encoding");
  const parser = parse({
    delimiter: delimiterOf(text),
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true, // inside a text a quotation mark is a letter
    record_delimiter: "\n",
    max_record_size: MAX_ROW_LENGTH,
  });
  const rows: RawRow[] = [];
  let nextLine = 1;
  let failure: Error | null = null;
  parser.on("error", (error) => (failure = error));
  parser.on("data", ({ record, raw }: { record: string[]; raw: string; info: InfoRecord }) => {
    const cells = record.slice(0, MAX_CELLS).map((cell) => ({ text: unguardText(cell) }));
    rows.push({ lineNumber: nextLine, cells });
    nextLine += raw.replace(/\n$/, "").split("\n").length;
  });
  for (let start = 0; start < text.length; start += SLICE_LENGTH) {
    if (failure !== null || rows.length > MAX_LINES) break;
    parser.write(text.slice(start, start + SLICE_LENGTH));
    await letOthersWork();
  }
  if (failure === null && rows.length <= MAX_LINES) {
    parser.end();
    await finished(parser).catch(() => undefined); // heard above
  }
  parser.destroy();
  if (rows.length > MAX_LINES) return fail("table_too_many_rows", { limit: MAX_TABLE_ROWS });
  if (failure === null) return succeed(rows);
  if (!((failure as Error) instanceof CsvError)) throw failure;
  return fail("table_quotes", { line: nextLine });
}

/** Whatever the first lines have most of, outside of quotation marks. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const start = text.slice(0, SLICE_LENGTH).replaceAll(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((delimiter) => start.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}
