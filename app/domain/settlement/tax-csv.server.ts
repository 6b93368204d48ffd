import { stringify } from "csv-stringify/sync";
import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import type { TaxMonthRow } from "./types-tax";

/**
 * What was kept back in a month, as CSV (RFC 4180), UTF-8 with the mark that Excel needs; amounts are plain numbers. Names
 * come from households, so one that a spreadsheet would take for a formula gets a mark before it; amounts below zero stay.
 */
export function taxCsv(rows: readonly TaxMonthRow[], head: readonly string[]): string {
  const lines = rows.map((row) => [
    row.taxCode ?? "",
    row.householdName.replace(/^(?=[=+\-@\t\r])/, "'"),
    ...TAX_CLASSES.map((taxClass) => String(row.revenueVnd[taxClass])),
    String(row.vatVnd),
    String(row.pitVnd),
    String(row.vatVnd + row.pitVnd),
  ]);
  return stringify([head, ...lines], {
    bom: true,
    record_delimiter: "\r\n",
    quoted: true,
  });
}
