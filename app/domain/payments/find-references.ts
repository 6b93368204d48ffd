import { fold } from "~/platform/fold";
import { DISBURSEMENT_PREFIX, isDisbursementCode } from "./disbursement-code";
import {
  ORDER_REFERENCE_LENGTH,
  ORDER_REFERENCE_PREFIX,
  isOrderReference,
} from "./order-reference";

/** Banks cut at 210 or so; what is longer was not written by one. */
const MEMO_LENGTH_MAX = 512;

/**
 * Every order reference in what a bank reported as the memo: distinct, in order of appearance.
 * Banks put text before and after, drop or add punctuation and break the line anywhere, so everything but
 * letters and digits goes first. Neighbouring words can grow together into a reference by chance; the
 * check symbol stops 28 of 29, and the caller still asks whether the order exists.
 * A memo over 512 characters gives none: cut, it could hide the second of two references, and then a
 * payment that belongs before a person would match by itself.
 */
export function findReferences(memo: string): string[] {
  return findCodes(memo, ORDER_REFERENCE_PREFIX, isOrderReference);
}

/** Every code of a disbursement in what a bank reported as the memo, as `findReferences` finds those of orders. */
export function findDisbursementCodes(memo: string): string[] {
  return findCodes(memo, DISBURSEMENT_PREFIX, isDisbursementCode);
}

function findCodes(memo: string, prefix: string, isCode: (text: string) => boolean): string[] {
  if (memo.length > MEMO_LENGTH_MAX) return [];
  const text = fold(memo).replaceAll(" ", "").toUpperCase();
  const found = new Set<string>();
  let start = text.indexOf(prefix);
  while (start !== -1) {
    const candidate = text.slice(start, start + ORDER_REFERENCE_LENGTH);
    if (isCode(candidate)) found.add(candidate);
    // One further and not behind the candidate: "UQUQ..." is a stray UQ before a reference.
    start = text.indexOf(prefix, start + 1);
  }
  return [...found];
}
