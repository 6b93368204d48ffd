import { stringify } from "csv-stringify/sync";
import type { Dimension, PublicCell } from "./disclosed-month";
import type { PublishedBreakdown } from "./types-periods";

const COLUMNS = [
  "dimension",
  "code",
  "name",
  "month",
  "sales_vnd",
  "orders",
  "sellers",
  "disclosure",
  "edition",
  "method_version",
  "hash",
];

/** Of a dimension's row that stands for all of its codes, as in the total's. */
const ALL_CODES = "all";

/**
 * The public breakdowns as CSV (RFC 4180), UTF-8 with the mark that Excel needs: the total, then a row a cell by dimension
 * and code; a dimension that is withheld as a whole has one row, of code `all`. Amounts in đồng. What is withheld, and
 * orders where none are counted, are empty. Texts that a spreadsheet would run as a formula get a leading apostrophe.
 */
export function breakdownCsv(
  breakdown: PublishedBreakdown,
  nameOf: (cell: PublicCell) => string,
): string {
  const { total, cells, withheldDimensions, month, edition, methodVersion, hash } = breakdown;
  const rows = [total, ...cells, ...withheldDimensions.map(withheldCell)].map((cell) => [
    cell.dimension,
    cell.code,
    nameOf(cell),
    month,
    cell.salesVnd,
    cell.orderCount,
    cell.sellerCount,
    cell.disclosure,
    edition,
    methodVersion,
    hash,
  ]);
  // Amounts stay numbers until here: one below zero is no formula.
  return stringify([COLUMNS, ...rows], {
    bom: true,
    record_delimiter: "\r\n",
    escape_formulas: true,
  });
}

function withheldCell(dimension: Dimension): PublicCell {
  const nothing = { salesVnd: null, orderCount: null, sellerCount: null };
  return { dimension, code: ALL_CODES, ...nothing, disclosure: "withheld" };
}
