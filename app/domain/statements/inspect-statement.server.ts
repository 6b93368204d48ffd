import type { CsvRecord } from "~/platform/csv-records.server";
import { fold } from "~/platform/fold";
import { fail, succeed, type Failure, type Result } from "~/platform/result";
import { decodeStatement, type DecodeCode } from "./decode-statement";
import { findHeader } from "./find-header";
import { MAX_STATEMENT_ROWS, readRecords, type RecordsCode } from "./read-records.server";
import { DELIMITERS, type Delimiter, type StatementMapping } from "./statement-columns";
import { MAX_STATEMENT_BYTES } from "./statement-file";

export type InspectedStatement = {
  delimiter: Delimiter;
  header: CsvRecord;
  mapping: StatementMapping;
  /** Below the header. */
  rowCount: number;
};
export type InspectCode =
  | DecodeCode
  | RecordsCode
  | "statement_file_too_large"
  | "statement_no_header"
  | "statement_other_account";

const LOOKED_AT = 40;

/** What a file that was just brought in is, or why it cannot be taken: before anything of it is kept. */
export async function inspectStatement(
  bytes: Uint8Array,
  ownAccounts: readonly string[],
): Promise<Result<InspectedStatement, InspectCode>> {
  if (bytes.length > MAX_STATEMENT_BYTES) return fail("statement_file_too_large");
  const text = decodeStatement(bytes);
  if (!text.ok) return text;
  const found = await findDelimiter(text.value);
  if ("ok" in found) return found;
  const records = await readRecords(text.value, { delimiter: found.delimiter });
  if (!records.ok) return records;
  const titles = records.value.slice(0, found.index);
  const rows = records.value.slice(found.index + 1);
  const header = records.value[found.index];
  if (!header) return fail("statement_no_header");
  if (rows.length > MAX_STATEMENT_ROWS) {
    return fail("statement_too_many_rows", { limit: MAX_STATEMENT_ROWS });
  }
  const stranger = findOtherAccount(titles, ownAccounts);
  if (stranger !== null) return fail("statement_other_account", { ending: stranger.slice(-4) });
  const mapping = { ...found.mapping };
  if (!isColumnOfOurs(rows, mapping.account, ownAccounts)) delete mapping.account;
  return succeed({ delimiter: found.delimiter, header, mapping, rowCount: rows.length });
}

type Guess = { delimiter: Delimiter; index: number; mapping: StatementMapping };

/** The one by which the most columns have a name that we know. */
async function findDelimiter(
  text: string,
): Promise<Guess | Failure<RecordsCode | "statement_no_header">> {
  let best: Guess | null = null;
  let failure: Failure<RecordsCode> | null = null;
  for (const delimiter of DELIMITERS) {
    const records = await readRecords(text, { delimiter, limit: LOOKED_AT });
    if (!records.ok) failure = records;
    const header = records.ok ? findHeader(records.value.map(({ cells }) => cells)) : null;
    if (!header) continue;
    const size = Object.keys(header.mapping).length;
    if (best === null || size > Object.keys(best.mapping).length) best = { delimiter, ...header };
  }
  return best ?? failure ?? fail("statement_no_header");
}

const NAMED_ACCOUNT = /(?:tai khoan|account|stk)(?: [a-z]+)* (\d[\d ]{4,}\d)/;

/** The account that the titles name, when it is none of ours; null when they name ours or none. */
function findOtherAccount(
  titles: readonly CsvRecord[],
  ownAccounts: readonly string[],
): string | null {
  const texts = titles.map(({ cells }) => fold(cells.join(" ")));
  const digits = texts.map((text) => text.replaceAll(" ", ""));
  const own = ownAccounts.map((account) => account.toLowerCase());
  if (digits.some((text) => own.some((account) => text.includes(account)))) return null;
  for (const text of texts) {
    const named = NAMED_ACCOUNT.exec(text)?.[1];
    if (named !== undefined) return named.split(" ")[0] ?? named;
  }
  return null;
}

/** Many files have a column of the other side's account under a like heading. */
function isColumnOfOurs(
  rows: readonly CsvRecord[],
  column: number | undefined,
  ownAccounts: readonly string[],
): boolean {
  if (column === undefined) return false;
  const cells = rows.map(({ cells: row }) => (row[column] ?? "").replaceAll(/[^A-Za-z0-9]/g, ""));
  const filled = cells.filter((cell) => cell !== "");
  const ownCount = filled.filter((cell) => ownAccounts.includes(cell)).length;
  return ownCount > 0 && ownCount * 2 >= filled.length;
}
