import { fold } from "~/platform/fold";
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
 * What others ask, by their price for as much: lowest, middle and highest, rounded as prices are made. Compared are
 * things whose names begin with the same two words (`Cam sành`), else with the same one, else all of its set, but these two
 * only while the highest is no more than five times the lowest: a set has oranges and chillies. Null where fewer than three
 * can be compared.
 */
export function hintOf(
  priced: { name: string; contentQuantity: number; contentUnit: ContentUnit },
  others: readonly Compared[],
): PriceHint | null {
  const words = wordsOf(priced.name);
  const each = WORDS_ALIKE.filter((count) => count <= words.length)
    .map((count) => ({ count, each: eachOf(others, words.slice(0, count)) }))
    .filter(({ each: some }) => some.length >= COMPARED_MIN)
    .find(({ count, each: some }) => count === WORDS_ALIKE[0] || isClose(some))?.each;
  if (!each) return null;
  const { per, amount } = comparisonOf(priced);
  return {
    comparedCount: each.length,
    pack: rangeOf(each, priced.contentQuantity),
    unit: { ...rangeOf(each, amount), per },
  };
}

type Compared = { name: string; priceVnd: number; contentQuantity: number };

/** So many first words are the same, the nearest kind first; none: anything of the set. */
const WORDS_ALIKE = [2, 1, 0] as const;
/** More apart, they are no price of one kind of thing. */
const HIGHEST_BY_LOWEST_MAX = 5;

const wordsOf = (name: string) => fold(name).split(" ").filter(Boolean);

/** What those ask whose names begin with these words, for as much of it, the cheapest first. */
function eachOf(others: readonly Compared[], words: readonly string[]): number[] {
  const beginsSo = (name: string) => {
    const own = wordsOf(name);
    return words.every((word, i) => own[i] === word);
  };
  return others
    .filter(({ name }) => beginsSo(name))
    .map(({ priceVnd, contentQuantity }) => priceVnd / contentQuantity)
    .toSorted((a, b) => a - b);
}

function isClose(each: readonly number[]): boolean {
  return (each.at(-1) ?? 0) <= (each[0] ?? 0) * HIGHEST_BY_LOWEST_MAX;
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
