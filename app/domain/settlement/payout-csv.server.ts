import { stringify } from "csv-stringify/sync";
import type { PayeeAccount } from "./types-disbursements";

export type PayoutFileRow = PayeeAccount & { bankName: string; amountVnd: number; code: string };

/**
 * A batch for a bank's bulk transfers, as CSV (RFC 4180), UTF-8 with the mark that Excel needs. Every bank has a template
 * of its own, so this one is nobody's: the columns that all of them ask for, under the names that they use. Each cell is
 * in quotes, which tells whoever reads the file as text that `0123` is no number; a spreadsheet that opens it by a double
 * click drops the zero all the same, which the page says. No cell can be a formula: accounts and names are letters and
 * digits (`payoutAccountForm`), and what could be one is escaped.
 */
export function payoutCsv(rows: readonly PayoutFileRow[], head: readonly string[]): string {
  const lines = rows.map((row, i) => [
    String(i + 1),
    row.accountNumber,
    row.accountName,
    row.bankName,
    row.bankBin,
    String(row.amountVnd),
    row.code,
  ]);
  return stringify([head, ...lines], {
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
    quoted: true,
  });
}
