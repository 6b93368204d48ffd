import { sumVnd, type Vnd } from "~/platform/money";
import { isOneMonth, worstGradeOf, type ChannelSale } from "./channel-records";
import type { Grade } from "./channel-lists";
import { ratioOf, type Ratio } from "./ratio";
import type { RetailKind } from "./retail-stages";
import type { IndicatorMonth } from "./types";

/** In đồng, and over the official total of the month; `share` is null while that is missing. */
type Part = { amountVnd: Vnd; share: Ratio | null };

/**
 * What was measured here and what was compiled from elsewhere, of one month and kind over the same denominator. `compiled`
 * and the rest are null without a figure of the month alone. `sum` is an estimate, as good as its worst grade.
 */
export type Beside = {
  kind: RetailKind;
  measured: Part;
  compiled: Part | null;
  sum: Part | null;
  worstGrade: Grade | null;
};

/** A figure of several months is in no sum of one: nobody knows how much of it is this month's. */
export function besideOf(
  kind: RetailKind,
  month: IndicatorMonth,
  sales: readonly ChannelSale[],
): Beside {
  const counted = sales.filter((sale) => sale.kind === kind && isOneMonth(sale));
  const wholeVnd = month.retailTotals[kind]?.amountVnd ?? null;
  const partOf = (amountVnd: Vnd): Part => ({ amountVnd, share: ratioOf(amountVnd, wholeVnd) });
  const measuredVnd = month.salesVnd[kind];
  const measured = partOf(measuredVnd);
  if (counted.length === 0) return { kind, measured, compiled: null, sum: null, worstGrade: null };
  const compiledVnd = sumVnd(counted.map((sale) => sale.amountVnd));
  return {
    kind,
    measured,
    compiled: partOf(compiledVnd),
    sum: partOf(sumVnd([measuredVnd, compiledVnd])),
    worstGrade: worstGradeOf(counted),
  };
}
