import { readCsvRecords, type CsvFault, type CsvRecord } from "~/platform/csv-records.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { Delimiter } from "./statement-columns";

export type RecordsCode = "statement_quotes" | "statement_too_many_rows" | "statement_row_too_long";

export const MAX_STATEMENT_ROWS = 20_000;
/** Titles above and totals below are no lines of the account. */
const MAX_TITLE_ROWS = 100;
const MAX_ROW_LENGTH = 20_000;

const CODES: Record<CsvFault["kind"], RecordsCode> = {
  row_too_long: "statement_row_too_long",
  quotes: "statement_quotes",
};

/** The rows of a file, or its first `limit`. Cells stay text. */
export async function readRecords(
  text: string,
  {
    delimiter,
    limit = MAX_STATEMENT_ROWS + MAX_TITLE_ROWS + 1,
  }: { delimiter: Delimiter; limit?: number },
): Promise<Result<CsvRecord[], RecordsCode>> {
  const shape = { delimiter, limit, maxRowLength: MAX_ROW_LENGTH };
  const { records, fault } = await readCsvRecords(text, shape);
  if (fault) return fail(CODES[fault.kind], { line: fault.line });
  if (records.length > MAX_STATEMENT_ROWS + MAX_TITLE_ROWS) {
    return fail("statement_too_many_rows", { limit: MAX_STATEMENT_ROWS });
  }
  return succeed(records);
}
