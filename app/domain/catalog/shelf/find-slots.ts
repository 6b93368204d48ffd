import { FITS, type Fit } from "../fits";
import { searchTermsOf, typedTermsOf } from "../search-words";
import type { Shelf } from "./shelf";
import { SlotSet } from "./slot-set";
import type { SlotList } from "./slot-list";
import type { WordIndex } from "./word-index";

/** Below this many letters a slip makes too many other words. */
const SLIP_LENGTH_MIN = 5;
/** With nothing found at all: a word of five letters that lacks one, and words that nobody has. */
const SLIP_LENGTH_MIN_AT_NOTHING = 4;
const UNKNOWN_LENGTH_MIN = 3;
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
  const strict = {
    name_as_written: written,
    name_without_marks: named.copy().drop(written),
    kind_or_place: anywhere.copy().drop(named),
  };
  if (named.size >= ENOUGH) return answer(strict);
  const meant = meantBy(shelf, terms, { isFound: !anywhere.isEmpty });
  const near = meet(shelf.onSale, shelf.allWords, meant.map(candidatesOf)).drop(anywhere);
  if (!anywhere.isEmpty) return answer({ ...strict, one_slip: near });
  if (!near.isEmpty) {
    return { ...answer({ one_slip: near }), correctedText: correct(shelf, meant, near) };
  }
  return withoutOne(shelf, terms);
}

type Meant = { term: string; candidates: readonly string[] };

const candidatesOf = ({ candidates }: Meant) => candidates;

/**
 * The words that each term may be. A long one may always hold a slip. When nothing was found, and words that nobody
 * has are no more than the others, those are the wrong ones, and the others stay as they are: changed too, they would
 * soon find anything.
 */
function meantBy(shelf: Shelf, terms: readonly string[], so: { isFound: boolean }): Meant[] {
  const asTyped = terms.map((term, i) => ({
    term,
    candidates: i === terms.length - 1 ? shelf.allWords.startingWith(term) : [term],
  }));
  const unknown = asTyped.filter(
    ({ candidates }) => meet(shelf.onSale, shelf.allWords, [candidates]).isEmpty,
  );
  const areWrong =
    !so.isFound && unknown.length > 0 && unknown.length <= Math.max(1, terms.length / 2);
  const lengthMin = so.isFound ? SLIP_LENGTH_MIN : SLIP_LENGTH_MIN_AT_NOTHING;
  return asTyped.map((one) => {
    const { term, candidates } = one;
    const maySlip = areWrong
      ? unknown.includes(one) && term.length >= UNKNOWN_LENGTH_MIN
      : term.length >= lengthMin;
    return {
      term,
      candidates: [...candidates, ...(maySlip ? shelf.allWords.oneSlipFrom(term) : [])],
    };
  });
}

/** What has all words but one, of which most is on sale; nothing for a single word. */
function withoutOne(shelf: Shelf, terms: readonly string[]): FoundSlots {
  const tries = terms.map((_, left) => {
    const kept = terms.filter((__, i) => i !== left);
    const slots =
      kept.length === 0
        ? new SlotSet()
        : meet(
            shelf.onSale,
            shelf.allWords,
            kept.map((term) => [term]),
          );
    return { text: kept.join(" "), slots };
  });
  const best = tries.reduce<(typeof tries)[number] | null>(
    (most, one) => (one.slots.size > (most?.slots.size ?? 0) ? one : most),
    null,
  );
  if (!best) return answer({});
  return { ...answer({ one_slip: best.slots }), correctedText: best.text };
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

/** The text with each term as most of what was found has it, in its name before anywhere else. */
function correct(shelf: Shelf, terms: readonly Meant[], found: SlotSet): string {
  const words = terms.map(({ term, candidates }) => {
    let best = { word: term, named: 0, size: 0 };
    for (const word of candidates) {
      const named = shelf.nameWords.get(word)?.countIn(found) ?? 0;
      const size = shelf.allWords.get(word)?.countIn(found) ?? 0;
      if (named < best.named || (named === best.named && size <= best.size)) continue;
      // The last word may only have been begun: then it is not the one that was wrong.
      best = { word: word.startsWith(term) ? term : word, named, size };
    }
    return best.word;
  });
  return words.join(" ");
}
