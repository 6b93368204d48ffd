import type { Language } from "~/platform/language";
import { OCOP_SETS } from "../ocop-sets";
import { searchTermsOf, setNameIn } from "../search-words";
import { meet } from "./find-slots";
import { NameIndex } from "./name-index";
import type { FoundPlace, PlaceIndex } from "./place-index";
import type { Shelf, ShelfHousehold } from "./shelf";
import type { SlotSet } from "./slot-set";

const SUGGESTIONS_MAX = 8;
const OTHERS_MAX = 2;
const LETTERS_MIN = 2;
/** Slips are looked for only where nothing is named so; then shorter words may do, too. */
const SLIP_LENGTH_MIN = 3;

export type ShelfSuggestions = {
  /** `products.search_id`, what is in stock first, then the newest. */
  searchIds: number[];
  /** Kinds with something on sale. */
  sets: { set: number; count: number }[];
  /** Those that sell. */
  places: FoundPlace[];
  /** Those that sell: nobody hears of one that has not been approved. */
  households: ShelfHousehold[];
};

const NOTHING: ShelfSuggestions = { searchIds: [], sets: [], places: [], households: [] };

/** What somebody who has typed so far may mean; at most 8 in all, at most 2 of each kind besides products. */
export function suggest(
  shelf: Shelf,
  places: PlaceIndex,
  { text, language }: { text: string; language: Language },
): ShelfSuggestions {
  const terms = searchTermsOf(text);
  if (terms.join("").length < LETTERS_MIN) return NOTHING;
  const sets = setsIn(language)
    .find(terms, OTHERS_MAX * 2)
    .map((set) => ({ set, count: onSaleIn(shelf, shelf.bySet.get(set)) }))
    .filter(({ count }) => count > 0)
    .slice(0, OTHERS_MAX);
  const selling = places
    .beginning(terms, OTHERS_MAX * 10)
    .filter(({ number }) => onSaleIn(shelf, shelf.byCommune[number]) > 0)
    .slice(0, OTHERS_MAX);
  const households = shelf.households
    .find(terms, OTHERS_MAX * 5)
    .filter(({ id }) => shelf.isSelling(id))
    .slice(0, OTHERS_MAX);
  const others = sets.length + selling.length + households.length;
  return {
    searchIds: namedLike(shelf, terms, SUGGESTIONS_MAX - others),
    sets,
    places: selling,
    households,
  };
}

function onSaleIn(shelf: Shelf, slots: SlotSet | undefined): number {
  return slots ? slots.sizeWith(shelf.onSale) : 0;
}

function namedLike(shelf: Shelf, terms: readonly string[], limit: number): number[] {
  const begun = (term: string, i: number) =>
    i === terms.length - 1 ? shelf.nameWords.startingWith(term) : [term];
  const exact = meet(shelf.onSale, shelf.nameWords, terms.map(begun));
  const slipsOf = (term: string) =>
    term.length < SLIP_LENGTH_MIN ? [] : shelf.nameWords.oneSlipFrom(term);
  const found = exact.isEmpty
    ? meet(
        shelf.onSale,
        shelf.nameWords,
        terms.map((term, i) => [...begun(term, i), ...slipsOf(term)]),
      )
    : exact;
  const ready = found.copy().keep(shelf.available).highest(0, limit);
  const soldOut = found.drop(shelf.available).highest(0, limit - ready.length);
  return [...ready, ...soldOut].map((slot) => shelf.searchIds[slot] ?? 0);
}

const kinds = new Map<Language, NameIndex<number>>();

function setsIn(language: Language): NameIndex<number> {
  const known = kinds.get(language);
  if (known) return known;
  const index = new NameIndex<number>();
  for (const set of OCOP_SETS) index.add(set, setNameIn(language, set));
  kinds.set(language, index);
  return index;
}
