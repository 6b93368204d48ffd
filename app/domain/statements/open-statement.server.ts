import type { CsvRecord } from "~/platform/csv-records.server";
import { present } from "~/platform/invariant";
import { readPrivateFile } from "~/platform/storage.server";
import { decodeStatement } from "./decode-statement";
import { readRecords } from "./read-records.server";
import type { Delimiter } from "./statement-columns";
import { statementFilePath } from "./statement-file";

export type OpenedStatement = { headings: string[]; rows: CsvRecord[] };

/** The kept file again, below its header; `limit` rows of it where only its beginning is shown. */
export async function openStatement(
  file: { id: string; delimiter: Delimiter; headerLine: number },
  limit?: number,
): Promise<OpenedStatement> {
  const text = decodeStatement(await readPrivateFile(statementFilePath(file.id)));
  const records = text.ok
    ? await readRecords(text.value, { delimiter: file.delimiter, ...(limit ? { limit } : {}) })
    : text;
  // It was read when it was brought in, and nothing writes it again.
  if (!records.ok) throw new Error(`a kept statement cannot be read: ${records.code}`);
  const index = records.value.findIndex(({ lineNumber }) => lineNumber === file.headerLine);
  const header = present(records.value[index], "a statement without its header");
  return { headings: header.cells, rows: records.value.slice(index + 1) };
}
