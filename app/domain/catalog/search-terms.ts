import { fold } from "~/platform/fold";
import { setsOfGroup } from "./ocop-sets";
import type { ProductFilter } from "./types";

const TEXT_LENGTH_MAX = 100;
const WORDS_MAX = 10;

/** What a person typed as the words that are searched: folded, bounded; none when nothing of it can be found. */
export function searchTermsOf(text: string): string[] {
  const folded = fold(text.slice(0, TEXT_LENGTH_MAX));
  return folded === "" ? [] : folded.split(" ").slice(0, WORDS_MAX);
}

export type ProductHit = {
  id: string;
  name: string;
  nameEn: string | null;
  isAvailable: boolean;
  /** The engine's own measure of fit, smaller is better. */
  rank: number;
  publishedAt: number;
};

/**
 * The order of search results, by nothing but this: named with exactly the words typed, named so without
 * diacritics, found otherwise (kind, household, place); within each what is in stock first, then the engine's
 * fit, then the newest. Nobody can pay for a place.
 */
export function rankHits(hits: readonly ProductHit[], typed: string): ProductHit[] {
  const exact = wordsAsTyped(typed);
  const folded = searchTermsOf(typed);
  const ranked = hits.map((hit) => ({ hit, fit: fitOf(hit, exact, folded) }));
  ranked.sort(
    (a, b) =>
      a.fit - b.fit ||
      Number(b.hit.isAvailable) - Number(a.hit.isAvailable) ||
      a.hit.rank - b.hit.rank ||
      b.hit.publishedAt - a.hit.publishedAt ||
      (a.hit.id < b.hit.id ? 1 : -1),
  );
  return ranked.map(({ hit }) => hit);
}

function fitOf(hit: ProductHit, exact: readonly string[], folded: readonly string[]): 0 | 1 | 2 {
  const names = `${hit.name} ${hit.nameEn ?? ""}`;
  if (hasWords(wordsAsTyped(names), exact)) return 0;
  return hasWords(fold(names).split(" "), folded) ? 1 : 2;
}

/** Every wanted word is there, the last one perhaps only begun. */
function hasWords(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, i) =>
    i === wanted.length - 1 ? words.some((one) => one.startsWith(word)) : words.includes(word),
  );
}

function wordsAsTyped(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The sets a filter leaves, none meaning all. */
export function setsOf(filter: ProductFilter): number[] {
  if (filter.set !== undefined) return [filter.set];
  return filter.group ? setsOfGroup(filter.group) : [];
}
