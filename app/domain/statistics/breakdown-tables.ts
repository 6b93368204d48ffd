import type { Vnd } from "~/platform/money";
import { DIMENSIONS, type Dimension } from "./disclosed-month";
import { ratioOf, type Ratio } from "./ratio";

/** What a table needs of a cell, the public's or the department's. */
export type TableCell = {
  dimension: Dimension | "total";
  code: string;
  /** Null: withheld, as the counts are then. */
  salesVnd: Vnd | null;
  orderCount: number | null;
  sellerCount: number | null;
  disclosure: string;
};
export type BreakdownRow = TableCell & { name: string };
export type BreakdownTable = {
  dimension: Dimension;
  /** By set and by stars an order is in several rows, and none are counted. */
  hasOrders: boolean;
  rows: BreakdownRow[];
  /** Everybody sees nothing of it. */
  isWithheld: boolean;
};

/** A table for each dimension, the largest sales first, and last by name what is withheld: its place tells nothing. */
export function breakdownTables(
  month: { cells: readonly TableCell[]; withheldDimensions: readonly Dimension[] },
  nameOf: (cell: TableCell) => string,
): BreakdownTable[] {
  return DIMENSIONS.map((dimension) => ({
    dimension,
    hasOrders: dimension === "commune" || dimension === "method",
    rows: month.cells
      .filter((cell) => cell.dimension === dimension)
      .map((cell) => ({ ...cell, name: nameOf(cell) }))
      .toSorted(compareRows),
    isWithheld: month.withheldDimensions.includes(dimension),
  }));
}

const names = new Intl.Collator("vi", { numeric: true });

function compareRows(a: BreakdownRow, b: BreakdownRow): number {
  const isLater = Number(a.salesVnd === null) - Number(b.salesVnd === null);
  return isLater || (b.salesVnd ?? 0) - (a.salesVnd ?? 0) || names.compare(a.name, b.name);
}

/** Whether not one of its rows has a value: the public's, as a whole or cell by cell. */
export function isNothingShown({ rows, isWithheld }: BreakdownTable): boolean {
  return rows.length === 0 ? isWithheld : rows.every(({ salesVnd }) => salesVnd === null);
}

/** A cell's part of the total; null where either is withheld or the total is not above zero. */
export function shareOfTotal(cell: TableCell, total: TableCell): Ratio | null {
  return cell.salesVnd === null ? null : ratioOf(cell.salesVnd, total.salesVnd);
}
