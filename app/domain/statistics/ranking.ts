import { countMonths, monthsUntil, type Month } from "~/platform/period";
import type { CommuneSum } from "./commune-sales";
import type { Ratio } from "./ratio";
import type { StandingTarget } from "./types-targets";

/** So many sellers in one month of those that are counted at least, or a commune has no rank. */
export const RANKED_SELLERS_MIN = 3;

/** Why a commune has no rank. Of one that is withheld no other reason is given: it would be a bound of its value. */
export type UnrankedReason = "withheld" | "no_target" | "few_sellers";

/** A commune with what it sold in the months that are counted and what it is asked for in the year, đồng of goods. */
export type RankInput = {
  code: string;
  name: string;
  sum: CommuneSum;
  target: StandingTarget | null;
  /** Month by month, for a line; null where nothing may be told. */
  line: readonly (number | null)[];
};
export type RankedCommune = RankInput & { rank: number; reached: Ratio };
export type UnrankedCommune = RankInput & { reason: UnrankedReason };
export type RankedList = { ranked: RankedCommune[]; unranked: UnrankedCommune[] };

/**
 * Ranks communes by the part of the year's target for sales of goods that their closed months have come to, the highest
 * first. Compared exactly, before rounding; who is level shares a rank and the next one is left out (1, 1, 3). Who is level,
 * and who has no rank, stands in the order of the input.
 */
export function rankCommunes(communes: readonly RankInput[]): RankedList {
  const judged = communes.map((commune) => ({ commune, ratio: ratioOrReason(commune) }));
  const unranked = judged.flatMap(({ commune, ratio }) =>
    typeof ratio === "string" ? [{ ...commune, reason: ratio }] : [],
  );
  const sorted = judged
    .flatMap(({ commune, ratio }) =>
      typeof ratio === "string" ? [] : [{ ...commune, reached: ratio }],
    )
    .toSorted((a, b) => compareRatios(b.reached, a.reached));
  let rank = 1;
  const ranked = sorted.map((commune, index) => {
    const before = sorted[index - 1];
    if (before && compareRatios(before.reached, commune.reached) !== 0) rank = index + 1;
    return { ...commune, rank };
  });
  return { ranked, unranked };
}

function ratioOrReason({ sum, target }: RankInput): Ratio | UnrankedReason {
  const { salesVnd, peakSellerCount } = sum;
  if (salesVnd === null || peakSellerCount === null) return "withheld";
  if (target === null) return "no_target";
  if (peakSellerCount < RANKED_SELLERS_MIN) return "few_sellers";
  return { numerator: salesVnd, denominator: target.value };
}

/** Below 0, 0 or above, as for sorting upwards; in big integers, because đồng by đồng passes 2^53. */
function compareRatios(a: Ratio, b: Ratio): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Which months a ranking counts: of one year, the first up to `to` that stand. */
export type RankingSpan = { years: string[]; year: string; months: Month[] };

/**
 * What an address asks for, of the months that stand from the first to the last without a hole: a year, and up to which
 * of its months (`09`). Without one, or with one that does not stand, the last that does. Null where no month stands or the
 * year has none.
 */
export function rankingSpan(
  stands: { first: Month; last: Month } | null,
  asked: { year: string | null; to: string | null },
): RankingSpan | null {
  if (!stands) return null;
  const standing = monthsUntil(stands.last, countMonths(stands.first, stands.last));
  const years = [...new Set(standing.map((month) => month.slice(0, 4)))].toReversed();
  const year = asked.year ?? years[0] ?? "";
  const ofYear = standing.filter((month) => month.startsWith(`${year}-`));
  if (ofYear.length === 0) return null;
  const until = ofYear.filter((month) => month <= `${year}-${asked.to ?? "12"}`);
  return { years, year, months: until.length === 0 ? ofYear : until };
}

const LINE_MONTHS = 13;

/** The months of the small lines: thirteen up to the last that is counted. */
export function lineMonthsOf({ months, year }: RankingSpan): Month[] {
  return monthsUntil(months.at(-1) ?? `${year}-12`, LINE_MONTHS);
}
