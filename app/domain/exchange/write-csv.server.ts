import { stringify } from "csv-stringify/sync";
import { guardText } from "./guarded-text";

/** A table as CSV (RFC 4180), UTF-8 with the mark that Excel needs; no cell runs as a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(guardText)),
    { bom: true, record_delimiter: "\r\n" },
  );
}
