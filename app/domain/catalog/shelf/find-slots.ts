import { FITS, type Fit } from "../fits";
import { searchTermsOf, typedTermsOf } from "../search-words";
import type { Shelf } from "./shelf";
import { SlotSet } from "./slot-set";
import type { SlotList } from "./slot-list";
import type { WordIndex } from "./word-index";

/** Below this many letters a slip makes too many other words; with nothing found at all, shorter ones may do. */
const SLIP_LENGTH_MIN = 5;
const SLIP_LENGTH_MIN_AT_NOTHING = 3;
/** Slips are looked for only when those that are named so fill less than a page. */
const ENOUGH = 24;

export type FoundSlots = {
  /** Each fit's slots in the order of `FITS`; no slot is in two. Without a text all that is on sale fits. */
  tiers: { fit: Fit; slots: SlotSet }[];
  /** What was meant, when nothing has the words as typed. */
  correctedText: string | null;
};

/** What is on sale and has every word that was typed, the last perhaps only begun. */
export function findSlots(shelf: Shelf, text: string): FoundSlots {
  const terms = searchTermsOf(text);
  if (text.trim() === "") return answer({ name_as_written: shelf.onSale.copy() });
  if (terms.length === 0) return answer({});
  const asTyped = (index: WordIndex<SlotList>, words: readonly string[]) =>
    words.map((word, i) => (i === words.length - 1 ? index.startingWith(word) : [word]));
  const anywhere = meet(shelf.onSale, shelf.allWords, asTyped(shelf.allWords, terms));
  // What is named so is among what has the words anywhere, and what is written so among what is named so.
  const named = meet(anywhere, shelf.nameWords, asTyped(shelf.nameWords, terms));
  const typed = typedTermsOf(text);
  const written = meet(named, shelf.writtenWords, asTyped(shelf.writtenWords, typed));
  const strictCount = anywhere.size;
  const strict = {
    name_as_written: written,
    name_without_marks: named.copy().drop(written),
    kind_or_place: anywhere.copy().drop(named),
  };
  if (named.size >= ENOUGH) return answer(strict);
  const lengthMin = strictCount === 0 ? SLIP_LENGTH_MIN_AT_NOTHING : SLIP_LENGTH_MIN;
  const meant = terms.map((term, i) => ({
    term,
    candidates: [
      ...(i === terms.length - 1 ? shelf.allWords.startingWith(term) : [term]),
      ...(term.length < lengthMin ? [] : shelf.allWords.oneSlipFrom(term)),
    ],
  }));
  const near = meet(
    shelf.onSale,
    shelf.allWords,
    meant.map(({ candidates }) => candidates),
  ).drop(anywhere);
  return {
    ...answer({ ...strict, one_slip: near }),
    correctedText: strictCount === 0 && near.size > 0 ? correct(shelf, meant, near) : null,
  };
}

function answer(slots: Partial<Record<Fit, SlotSet>>): FoundSlots {
  return {
    tiers: FITS.flatMap((fit) => {
      const ofFit = slots[fit];
      return ofFit ? [{ fit, slots: ofFit }] : [];
    }),
    correctedText: null,
  };
}

/** What of `among` has, for every term, one of the words that it may be. */
export function meet(
  among: SlotSet,
  index: WordIndex<SlotList>,
  terms: readonly (readonly string[])[],
): SlotSet {
  const met = among.copy();
  for (const words of terms) {
    if (met.isEmpty) break;
    const having = new SlotSet();
    for (const word of words) index.get(word)?.addTo(having);
    met.keep(having);
  }
  return met;
}

type Candidates = { term: string; candidates: readonly string[] };

/** The text with each term as most of what was found has it. */
function correct(shelf: Shelf, terms: readonly Candidates[], found: SlotSet): string {
  const words = terms.map(({ term, candidates }) => {
    let best = { word: term, size: 0 };
    for (const word of candidates) {
      const size = shelf.allWords.get(word)?.countIn(found) ?? 0;
      // The last word may only have been begun: then it is not the one that was wrong.
      if (size > best.size) best = { word: word.startsWith(term) ? term : word, size };
    }
    return best.word;
  });
  return words.join(" ");
}
