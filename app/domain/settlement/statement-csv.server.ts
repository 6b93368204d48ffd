import { stringify } from "csv-stringify/sync";
import { formatDate } from "~/platform/period";
import type { HouseholdStatement, StatementEntry } from "./types-statement";

export type StatementCsvWords = {
  /** One a column. */
  head: readonly string[];
  opening: string;
  closing: string;
  /** The same of the month that runs. */
  closingSoFar: string;
  textOf: (entry: StatementEntry) => string;
};

/** A statement as CSV (RFC 4180), UTF-8 with the mark that Excel needs; amounts are plain numbers, below zero with a minus. */
export function statementCsv(statement: HouseholdStatement, words: StatementCsvWords): string {
  const blank = Array.from({ length: 9 }, () => "");
  const rows = statement.entries.map((entry) => [
    formatDate(entry.localDate),
    words.textOf(entry),
    entry.code,
    entry.goodsVnd,
    entry.shippingVnd,
    entry.commissionVnd,
    entry.taxVnd,
    entry.keptVnd,
    entry.refundedVnd,
    entry.sentVnd,
    entry.owedChangeVnd,
    entry.changeVnd,
    entry.balanceVnd,
    entry.owedVnd,
    entry.orderCodes.join(" "),
    entry.kind === "return" ? 0 - entry.voucherVnd : entry.voucherVnd,
  ]);
  return stringify(
    [
      words.head,
      ["", words.opening, ...blank, "", statement.openingVnd, statement.owedOpeningVnd, "", ""],
      ...rows,
      [
        "",
        statement.isOver ? words.closing : words.closingSoFar,
        ...blank,
        "",
        statement.closingVnd,
        statement.owedClosingVnd,
        "",
        "",
      ],
    ],
    { bom: true, record_delimiter: "\r\n" },
  );
}
