import type { Month } from "~/platform/period";
import { discloseMonth, type DisclosedMonth, type MonthRows } from "../disclosed-month";
import { isCounted, measureMonth, METHOD_VERSION } from "../indicator";
import type { RetailKind } from "../retail-stages";
import type { IndicatorMonth, RetailTotal } from "../types";
import type { PublicSums } from "./queries-public-sums.server";
import type { MonthSums } from "./records";

export type SumsToMeasure = {
  month: Month;
  sums: MonthSums;
  retailTotals: Record<RetailKind, RetailTotal | null>;
  /** Keys of what earlier editions of the month withhold. */
  alreadyWithheld: readonly string[];
  /** The earlier editions that are public. */
  published: readonly PublicSums[];
};

/**
 * The month's figures from what its sellers sold, and what of them may be published, by the method of that version; null
 * for a version that this program cannot compute. When the method changes, the one before stays here: what was closed by
 * it must come out the same.
 */
export function measureSums(
  version: number,
  { month, sums, retailTotals, alreadyWithheld, published }: SumsToMeasure,
): { measured: IndicatorMonth; disclosed: DisclosedMonth } | null {
  if (version !== METHOD_VERSION) return null;
  const rows = rowsOf(sums);
  const selling = rows.orders.filter((row) => isCounted(row) && row.orderCount > 0);
  const activeSellerCount = new Set(selling.map((row) => row.householdId)).size;
  return {
    measured: measureMonth({ month, ...rows, activeSellerCount, retailTotals }),
    disclosed: discloseMonth(rows, {
      withheld: new Set(alreadyWithheld),
      published: published.map((one) => ({
        rows: rowsOf(one.sums),
        withheld: new Set(one.withheld),
      })),
    }),
  };
}

/** In an order of their own: the same sales make the same text. */
function rowsOf({ sales, orders }: MonthSums): MonthRows {
  return {
    sales: sorted(sales),
    orders: sorted(orders).map(({ shippingVnd, returnedShippingVnd, ...row }) => ({
      ...row,
      shippingVnd: shippingVnd - returnedShippingVnd,
    })),
  };
}

function sorted<Row>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
