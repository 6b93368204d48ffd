import { fold } from "~/platform/fold";
import {
  isOrderReference,
  ORDER_REFERENCE_LENGTH,
  ORDER_REFERENCE_PREFIX,
  ORDER_REFERENCE_SYMBOLS,
} from "./order-reference";

const MEMO_LENGTH_MAX = 512;
/** Fewer symbols than these name too many orders. */
const CUT_SYMBOLS_MIN = 3;
const CANDIDATES_MAX = 200;

export type NearReferences = {
  /** Valid references that differ from what the memo says in one symbol or by two neighbours swapped. */
  candidates: string[];
  /** Beginnings that the bank may have cut a reference to. */
  beginnings: string[];
};

/**
 * What a memo without a valid reference may have meant. For a person to choose from and never a match: whether such an
 * order exists, and fits, is for the caller to look up.
 */
export function nearReferences(memo: string): NearReferences {
  const near: NearReferences = { candidates: [], beginnings: [] };
  if (memo.length > MEMO_LENGTH_MAX) return near;
  const text = fold(memo).replaceAll(" ", "").toUpperCase();
  let start = text.indexOf(ORDER_REFERENCE_PREFIX);
  while (start !== -1) {
    const typed = text.slice(start, start + ORDER_REFERENCE_LENGTH);
    if (typed.length === ORDER_REFERENCE_LENGTH) near.candidates.push(...slipsOf(typed));
    const cut = beginningOf(typed);
    if (cut !== null) near.beginnings.push(cut);
    start = text.indexOf(ORDER_REFERENCE_PREFIX, start + 1);
  }
  return {
    candidates: [...new Set(near.candidates)].slice(0, CANDIDATES_MAX),
    beginnings: [...new Set(near.beginnings)],
  };
}

/** The references one slip away; none of a text that is one itself. */
function slipsOf(typed: string): string[] {
  if (isOrderReference(typed)) return [];
  const found: string[] = [];
  for (let at = ORDER_REFERENCE_PREFIX.length; at < typed.length; at += 1) {
    const before = typed.slice(0, at);
    const after = typed.slice(at + 1);
    for (const symbol of ORDER_REFERENCE_SYMBOLS) found.push(before + symbol + after);
    const next = typed.charAt(at + 1);
    if (next !== "") found.push(before + next + typed.charAt(at) + typed.slice(at + 2));
  }
  return found.filter(isOrderReference);
}

function beginningOf(typed: string): string | null {
  const symbols = typed.slice(ORDER_REFERENCE_PREFIX.length);
  const known = Array.from(symbols).findIndex((one) => !ORDER_REFERENCE_SYMBOLS.includes(one));
  const kept = known === -1 ? symbols : symbols.slice(0, known);
  const isCut = kept.length >= CUT_SYMBOLS_MIN && kept.length < ORDER_REFERENCE_LENGTH - 2;
  return isCut ? ORDER_REFERENCE_PREFIX + kept : null;
}
