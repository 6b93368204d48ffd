import { vnd, type Vnd } from "~/platform/money";
import type { ContentUnit } from "./units";
import { comparisonOf, type ComparisonUnit } from "./unit-price";

/** Fewer would tell a price of one seller's. */
const COMPARED_MIN = 3;

export type PriceRange = { lowestVnd: Vnd; middleVnd: Vnd; highestVnd: Vnd };
export type PriceHint = {
  comparedCount: number;
  /** For as much as is in the pack that is priced. */
  pack: PriceRange;
  unit: PriceRange & { per: ComparisonUnit };
};

/**
 * What others ask, by their price for as much: lowest, middle and highest, rounded as prices are made. Null where
 * fewer than three can be compared.
 */
export function hintOf(
  pack: { contentQuantity: number; contentUnit: ContentUnit },
  others: readonly { priceVnd: number; contentQuantity: number }[],
): PriceHint | null {
  if (others.length < COMPARED_MIN) return null;
  const each = others.map((one) => one.priceVnd / one.contentQuantity).toSorted((a, b) => a - b);
  const { per, amount } = comparisonOf(pack);
  return {
    comparedCount: each.length,
    pack: rangeOf(each, pack.contentQuantity),
    unit: { ...rangeOf(each, amount), per },
  };
}

function rangeOf(each: readonly number[], times: number): PriceRange {
  const half = each.length / 2;
  const upper = each[Math.floor(half)] ?? 0;
  const middle = Number.isInteger(half) ? ((each[half - 1] ?? 0) + upper) / 2 : upper;
  return {
    lowestVnd: rounded((each[0] ?? 0) * times),
    middleVnd: rounded(middle * times),
    highestVnd: rounded((each.at(-1) ?? 0) * times),
  };
}

/** Nobody writes 98.333 đ on a jar. */
function rounded(amount: number): Vnd {
  const step = amount >= 10_000 ? 1_000 : 100;
  return vnd(Math.round(amount / step) * step);
}
