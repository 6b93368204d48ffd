import { parse, CsvError, type InfoRecord } from "csv-parse";
import { finished } from "node:stream/promises";
import { letOthersWork } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { Delimiter } from "./statement-columns";

/** One row of the file; cells may hold line breaks. */
export type StatementRecord = { lineNumber: number; cells: string[]; rawText: string };
export type RecordsCode = "statement_quotes" | "statement_too_many_rows" | "statement_row_too_long";

export const MAX_STATEMENT_ROWS = 20_000;
/** Of a row in characters: what is longer is an open quotation mark that swallowed its neighbours. */
const MAX_ROW_LENGTH = 20_000;
const SLICE_LENGTH = 64 * 1024;

/** The rows of a file, or its first `limit`; in slices, so that others are answered meanwhile. Cells stay text. */
export async function readRecords(
  text: string,
  {
    delimiter,
    limit = MAX_STATEMENT_ROWS + MAX_TITLE_ROWS + 1,
  }: { delimiter: Delimiter; limit?: number },
): Promise<Result<StatementRecord[], RecordsCode>> {
  const parser = parse({
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true, // inside a memo a quotation mark is a letter
    record_delimiter: "\n",
    max_record_size: MAX_ROW_LENGTH,
  });
  const records: StatementRecord[] = [];
  let nextLine = 1;
  let failure: Error | null = null;
  parser.on("error", (error) => (failure = error));
  parser.on("data", ({ record, raw }: Found) => {
    const rawText = raw.replace(/\n$/, "");
    records.push({ lineNumber: nextLine, cells: record, rawText });
    nextLine += rawText.split("\n").length;
  });
  for (const slice of slices(text)) {
    if (failure !== null || records.length >= limit) break;
    parser.write(slice);
    await letOthersWork();
  }
  if (failure === null && records.length < limit) {
    parser.end();
    await finished(parser).catch(() => undefined); // heard above
  }
  parser.destroy();
  if (failure !== null && records.length < limit) return fail(codeOf(failure), { line: nextLine });
  if (records.length > MAX_STATEMENT_ROWS + MAX_TITLE_ROWS) {
    return fail("statement_too_many_rows", { limit: MAX_STATEMENT_ROWS });
  }
  return succeed(records.slice(0, limit));
}

function codeOf(failure: Error): RecordsCode {
  if (!(failure instanceof CsvError)) throw failure;
  return failure.code === "CSV_MAX_RECORD_SIZE" ? "statement_row_too_long" : "statement_quotes";
}

type Found = { record: string[]; raw: string; info: InfoRecord };

/** Titles above and totals below are no lines of the account. */
const MAX_TITLE_ROWS = 100;

function* slices(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += SLICE_LENGTH) {
    yield text.slice(start, start + SLICE_LENGTH);
  }
}
