import { CsvError, parse, type InfoRecord } from "csv-parse";
import { finished } from "node:stream/promises";
import { letOthersWork } from "./db.server";

/** One row of a file; cells are text and may hold line breaks. `lineNumber` is where it begins, from 1. */
export type CsvRecord = { lineNumber: number; cells: string[]; rawText: string };

/** Why the rows after the last one could not be told apart, and from which line on. */
export type CsvFault = { kind: "row_too_long" | "quotes"; line: number };

export type CsvShape = {
  delimiter: "," | ";" | "\t";
  /** No more rows than these are read. */
  limit: number;
  /** Of a row in characters: what is longer is an open quotation mark that swallowed its neighbours. */
  maxRowLength: number;
};

type Found = { record: string[]; raw: string; info: InfoRecord };

const SLICE_LENGTH = 64 * 1024;

/**
 * The first `limit` rows of a text, read in slices, so that others are answered meanwhile; `fault` is set when what
 * follows the rows is in no order and the limit was not reached.
 */
export async function readCsvRecords(
  text: string,
  { delimiter, limit, maxRowLength }: CsvShape,
): Promise<{ records: CsvRecord[]; fault: CsvFault | null }> {
  const parser = parse({
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true, // inside a text a quotation mark is a letter
    record_delimiter: "\n",
    max_record_size: maxRowLength,
  });
  const records: CsvRecord[] = [];
  let nextLine = 1;
  let failure: Error | null = null;
  parser.on("error", (error) => (failure = error));
  parser.on("data", ({ record, raw }: Found) => {
    const rawText = raw.replace(/\n$/, "");
    records.push({ lineNumber: nextLine, cells: record, rawText });
    nextLine += rawText.split("\n").length;
  });
  for (let start = 0; start < text.length; start += SLICE_LENGTH) {
    if (failure !== null || records.length >= limit) break;
    parser.write(text.slice(start, start + SLICE_LENGTH));
    await letOthersWork();
  }
  if (failure === null && records.length < limit) {
    parser.end();
    await finished(parser).catch(() => undefined); // heard above
  }
  parser.destroy();
  const isWhole = failure === null || records.length >= limit;
  const fault = isWhole ? null : { kind: kindOf(failure), line: nextLine };
  return { records: records.slice(0, limit), fault };
}

function kindOf(failure: unknown): CsvFault["kind"] {
  if (!(failure instanceof CsvError)) throw failure;
  return failure.code === "CSV_MAX_RECORD_SIZE" ? "row_too_long" : "quotes";
}
