import { vnd, type Vnd } from "~/platform/money";
import { earlierCellsOf, type PublicEdition } from "./disclosure/between-editions";
import {
  ALL_CODES,
  codesOfKeys,
  DIMENSIONS,
  fineCellsOf,
  type Dimension,
  type FineCell,
} from "./disclosure/fine-cells";
import {
  judgeAlone,
  judgeCashless,
  judgeFigures,
  type CellDisclosure,
  type Judged,
} from "./disclosure/judge-figures";
import { netOf, orderParts, salesParts, sellerCountOf } from "./disclosure/parts";
import { isEmpty } from "./disclosure/primary-rule";
import { chooseWithheld } from "./disclosure/secondary-rule";
import { sortRows, type MonthRows, type SortedRows } from "./disclosure/sorted-rows";
import { FIGURE_CODES, type FigureCode } from "./figure-codes";
import { isPaidCashless } from "./indicator";

export { DIMENSIONS, type Dimension } from "./disclosure/fine-cells";
export type { MonthRows } from "./disclosure/sorted-rows";

/**
 * Goods that buyers ordered online in one month, in one commune, OCOP set, number of stars or payment method, or all of
 * them (dimension `total`, code `all`). `salesVnd`: sold less given back. `sellerCount`: who sold goods there. `orderCount`:
 * all orders of the commune or method, those of services too; null by set and by stars, where an order is in several.
 */
export type DisclosedCell = {
  dimension: Dimension | "total";
  code: string;
  salesVnd: Vnd;
  orderCount: number | null;
  sellerCount: number;
  disclosure: CellDisclosure;
};

/**
 * One month as the department sees it and a closed period freezes it: every value, and what of it may be published. Codes
 * that are not listed sold nothing. There is no table of communes by sets: each of its cells would stand in two published
 * sums at once, and with a province's few sellers almost all of it would have to be withheld.
 */
export type DisclosedMonth = {
  /** Of the month's single figures (`figures.ts`), whose values are those of `measureMonth`. */
  figures: Judged;
  total: DisclosedCell;
  /** By dimension, then by code. */
  cells: DisclosedCell[];
  /** Published without a single code, because no choice of cells hides what is small. */
  withheldDimensions: Dimension[];
};

/** The editions of the month before this one. */
export type EarlierEditions = {
  /** Keys (`withheldKeysOf`) of each: what was withheld stays withheld. */
  withheld: ReadonlySet<string>;
  /** Those that everybody has: what stood behind them and what they withheld. */
  published: readonly { rows: MonthRows; withheld: ReadonlySet<string> }[];
};
const NO_EDITIONS: EarlierEditions = { withheld: new Set(), published: [] };

/**
 * Judges what of one month may be published, so that nothing small can be had from all that is published together: not by
 * subtraction, nor by a seller who takes its own sales away.
 *
 * Guaranteed between editions, first: of what was withheld first, nothing but sums that passed can be worked out, even by
 * somebody who knows what the revision changed, for whatever is added to one withheld cell and taken from another
 * in both editions changes nothing that is published. Second: a cell that a public edition told, if only as a zero, and
 * this one withholds cannot be worked out from both, even by somebody who knows which cells stayed as they were
 * (`areHiddenBetween`); where no choice of cells does that, the breakdown is withheld, its list of codes too.
 *
 * Not guaranteed: the revision itself. The earlier value of a cell that has become small is out. A total that changed by
 * one order tells that order, to be a return also where the sum of returns is withheld, or paid in cash, or of the one
 * number of stars that was not there before, to somebody who knows that or asks why so much is withheld now. Nor what
 * somebody learns who knows from the shelf which sellers stand in two cells that overlap, and takes one from the other.
 */
export function discloseMonth(
  rows: MonthRows,
  { withheld: already, published }: EarlierEditions = NO_EDITIONS,
): DisclosedMonth {
  const sorted = sortRows(rows);
  const editions = published.map((one) => ({ ...one, sorted: sortRows(one.rows) }));
  const figures = judgeFigures(sorted, { already, editions });
  const context = { figures, already, editions };
  const breakdowns = DIMENSIONS.map((dimension) => breakDown(dimension, sorted, context));
  const cells = breakdowns.flatMap((one) => one.cells);
  const withheldDimensions = breakdowns.flatMap((one) => (one.isWithheld ? [one.dimension] : []));
  const isCashShown =
    !withheldDimensions.includes("method") &&
    cells
      .filter(({ dimension, code }) => dimension === "method" && isCash(code))
      .every(({ disclosure }) => disclosure === "open");
  const goods = salesParts(sorted.goods);
  return {
    figures: { ...figures, ...judgeCashless(sorted, { ...context, isCashShown }) },
    total: {
      dimension: "total",
      code: "all",
      salesVnd: vnd(netOf(goods)),
      orderCount: netOf(orderParts(sorted.countedOrders)),
      sellerCount: sellerCountOf(goods),
      disclosure: figures.sales_goods,
    },
    cells,
    withheldDimensions,
  };
}

type Breakdown = { dimension: Dimension; cells: DisclosedCell[]; isWithheld: boolean };
type Context = {
  figures: Judged;
  already: ReadonlySet<string>;
  editions: readonly PublicEdition[];
};

function breakDown(dimension: Dimension, sorted: SortedRows, context: Context): Breakdown {
  const { figures, already, editions } = context;
  const alreadyCodes = codesOfKeys(dimension, already);
  if (isEmpty(salesParts(sorted.goods)) && figures.sales_goods === "open") {
    return { dimension, cells: [], isWithheld: alreadyCodes.size > 0 };
  }
  const fine = fineCellsOf(dimension, sorted, alreadyCodes);
  const cells = figures.orders === "open" ? fine : fine.map((cell) => ({ ...cell, orders: null }));
  const alone = new Map(cells.map((cell) => [cell.code, judgeCell(cell, alreadyCodes)]));
  const isClosed = figures.sales_goods !== "open" || alreadyCodes.has(ALL_CODES);
  const withheld = isClosed
    ? null
    : chooseWithheld({
        cells,
        withheld: new Set([...alone].flatMap(([code, one]) => (one === "open" ? [] : [code]))),
        earlier: earlierCellsOf(dimension, editions),
        isSpared: (code) => dimension === "method" && isCash(code),
      });
  const disclosureOf = (code: string): CellDisclosure => {
    const own = alone.get(code) ?? "open";
    return own === "open" && (withheld === null || withheld.has(code)) ? "secondary" : own;
  };
  return {
    dimension,
    cells: fine.map(({ code, sales, orders }) => ({
      dimension,
      code,
      salesVnd: vnd(netOf(sales)),
      orderCount: orders && netOf(orders),
      sellerCount: sellerCountOf(sales),
      disclosure: disclosureOf(code),
    })),
    isWithheld: withheld === null,
  };
}

function isCash(method: string): boolean {
  return !isPaidCashless({ method });
}

function judgeCell(cell: FineCell, alreadyCodes: ReadonlySet<string>): CellDisclosure {
  const isAlready = alreadyCodes.has(cell.code);
  const sales = judgeAlone(cell.sales, isAlready);
  return sales === "small" || !cell.orders ? sales : judgeAlone(cell.orders, isAlready);
}

/** The single figures that may not be published, in their order. */
export function withheldFiguresOf({ figures }: DisclosedMonth): FigureCode[] {
  return FIGURE_CODES.filter((code) => figures[code] !== "open");
}

/** What this edition withholds, for the next: `services`, `commune:00001`, `set:*` for a whole dimension. */
export function withheldKeysOf(month: DisclosedMonth): string[] {
  return [
    ...withheldFiguresOf(month),
    ...month.cells
      .filter(({ disclosure }) => disclosure !== "open")
      .map(({ dimension, code }) => `${dimension}:${code}`),
    ...month.withheldDimensions.map((dimension) => `${dimension}:${ALL_CODES}`),
  ];
}

/** A cell for everybody. Why it is withheld is withheld too: that a cell is large enough is a lower bound of it. */
export type PublicCell = {
  dimension: Dimension | "total";
  code: string;
  salesVnd: Vnd | null;
  orderCount: number | null;
  sellerCount: number | null;
  disclosure: "open" | "withheld";
};
export type PublicMonth = {
  total: PublicCell;
  cells: PublicCell[];
  withheldDimensions: Dimension[];
};

/** The breakdowns as everybody may see them. The single figures are judged in `figures`. */
export function publicMonthOf(month: DisclosedMonth): PublicMonth {
  const { total, withheldDimensions, figures } = month;
  const publicCellOf = (cell: DisclosedCell): PublicCell => {
    const isOpen = cell.disclosure === "open";
    return {
      dimension: cell.dimension,
      code: cell.code,
      salesVnd: isOpen ? cell.salesVnd : null,
      orderCount:
        figures.orders === "open" && (isOpen || cell.dimension === "total")
          ? cell.orderCount
          : null,
      sellerCount: isOpen ? cell.sellerCount : null,
      disclosure: isOpen ? "open" : "withheld",
    };
  };
  return {
    total: publicCellOf(total),
    cells: month.cells
      .filter(({ dimension }) => !withheldDimensions.some((one) => one === dimension))
      .map(publicCellOf),
    withheldDimensions,
  };
}
