import { stringify } from "csv-stringify/sync";
import { guardText } from "./guarded-text";

/** A table as CSV (RFC 4180), UTF-8 with the mark that Excel needs; no cell runs as a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(guardText)),
    // A lone line break is no record's end for the writer, but it is one for readers.
    { bom: true, record_delimiter: "\r\n", quoted_match: /[\r\n]/ },
  );
}
