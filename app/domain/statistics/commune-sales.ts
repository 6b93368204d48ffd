import { sumVnd, type Vnd } from "~/platform/money";
import type { Month } from "~/platform/period";

/** What a commune sold in a month; null where it may not be told. */
type CommuneCell = { code: string; salesVnd: Vnd | null; sellerCount: number | null };

/** The goods of one month by commune as an edition says it. A commune that has no cell sold nothing. */
export type SalesMonth = {
  month: Month;
  edition: number;
  methodVersion: number;
  hash: string;
  /** Null: it is closed and not public. */
  publishedAt: number | null;
  /** Not one commune is told. */
  isWithheld: boolean;
  cells: readonly CommuneCell[];
};

/** Of several months together. Null: it may not be told of one of them, and so not of all of them. */
export type CommuneSum = {
  salesVnd: Vnd | null;
  /** Most sellers of one month: of a year at least so many sold. */
  peakSellerCount: number | null;
  /** Sellers in the last of the months. */
  lastSellerCount: number | null;
};

/**
 * What a commune sold in these months. Nothing is told of it unless each of its months is told: with the others known,
 * the year would tell the one that is withheld.
 */
export function sumCommune(code: string, months: readonly SalesMonth[]): CommuneSum {
  const cells = months.map((month) => cellOf(code, month));
  const shown = cells.flatMap(({ salesVnd, sellerCount }) =>
    salesVnd === null || sellerCount === null ? [] : [{ salesVnd, sellerCount }],
  );
  if (shown.length < cells.length) {
    return { salesVnd: null, peakSellerCount: null, lastSellerCount: null };
  }
  return {
    salesVnd: sumVnd(shown.map(({ salesVnd }) => salesVnd)),
    peakSellerCount: Math.max(0, ...shown.map(({ sellerCount }) => sellerCount)),
    lastSellerCount: shown.at(-1)?.sellerCount ?? 0,
  };
}

/** Its sales month by month, for a line; null where they may not be told. */
export function seriesOfCommune(code: string, months: readonly SalesMonth[]): (Vnd | null)[] {
  return months.map((month) => cellOf(code, month).salesVnd);
}

/** The communes that have a cell in one of these months. */
export function communeCodesIn(months: readonly SalesMonth[]): string[] {
  return [...new Set(months.flatMap(({ cells }) => cells.map(({ code }) => code)))];
}

function cellOf(code: string, month: SalesMonth): Omit<CommuneCell, "code"> {
  if (month.isWithheld) return { salesVnd: null, sellerCount: null };
  const cell = month.cells.find((one) => one.code === code);
  return cell ?? { salesVnd: sumVnd([]), sellerCount: 0 };
}
