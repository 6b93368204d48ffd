import type { LocalDate } from "~/platform/period";
import { findProductHits, readVocabulary } from "./search-products.sqlite.server";
import { rankHits, searchTermsOf, setsOf } from "./search-terms";
import { nearestWord } from "./spelling";
import type { ProductFilter } from "./types";

export type SearchedProducts = { ids: string[]; correctedText: string | null };

/**
 * Ids of the products on sale that match what a person typed, best first. Where nothing does, each word that
 * no product has is replaced by the nearest one that some have.
 */
export function searchProducts(
  text: string,
  filter: ProductFilter,
  today: LocalDate,
): SearchedProducts {
  const terms = searchTermsOf(text);
  if (terms.length === 0) return { ids: [], correctedText: null };
  const search = {
    sets: setsOf(filter),
    stars: filter.stars ?? null,
    communeCode: filter.communeCode ?? null,
    today,
  };
  const hits = findProductHits({ ...search, terms });
  if (hits.length > 0)
    return { ids: rankHits(hits, text).map((hit) => hit.id), correctedText: null };
  const corrected = correctTerms(terms);
  if (!corrected) return { ids: [], correctedText: null };
  const correctedText = corrected.join(" ");
  const others = findProductHits({ ...search, terms: corrected });
  return {
    ids: rankHits(others, correctedText).map((hit) => hit.id),
    correctedText: others.length > 0 ? correctedText : null,
  };
}

/** The terms with unknown words mended, or null when that changes nothing. */
function correctTerms(terms: readonly string[]): string[] | null {
  const vocabulary = readVocabulary();
  const corrected = terms.map((term) =>
    vocabulary.has(term) ? term : (nearestWord(term, vocabulary) ?? term),
  );
  return corrected.join(" ") === terms.join(" ") ? null : corrected;
}
