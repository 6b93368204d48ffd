import { InvariantError, invariant } from "~/platform/invariant";

/** No 0 O, 1 I L, S U: what is misread on paper or over the telephone. 29 is prime, which the check needs. */
export const ORDER_REFERENCE_SYMBOLS = "23456789ABCDEFGHJKMNPQRTVWXYZ";
export const ORDER_REFERENCE_PREFIX = "UQ";
/** Prefix, six symbols, check symbol. */
export const ORDER_REFERENCE_LENGTH = 9;

const BASE = ORDER_REFERENCE_SYMBOLS.length;
const FREE_SYMBOL_COUNT = 6;
const FIRST_WEIGHT = 2;
const PATTERN = new RegExp(`^${ORDER_REFERENCE_PREFIX}[${ORDER_REFERENCE_SYMBOLS}]{7}$`);
const TYPED_LENGTH_MAX = 64;

const BYTES_PER_ROUND = 8;
const ROUNDS_MAX = 32;
// Bytes from here on are thrown away; taken modulo 29 they would make the first symbols likelier.
const UNBIASED_BELOW = 256 - (256 % BASE);

/**
 * The reference of six symbol indexes (0-28): `UQ`, the six symbols, the check symbol.
 * Throws when there are not six, or one is no index.
 */
export function buildOrderReference(sixSymbolIndexes: readonly number[]): string {
  invariant(sixSymbolIndexes.length === FREE_SYMBOL_COUNT, "an order reference takes six symbols");
  for (const index of sixSymbolIndexes) {
    invariant(Number.isInteger(index) && index >= 0 && index < BASE, `no symbol: ${index}`);
  }
  const symbols = sixSymbolIndexes.map((index) => ORDER_REFERENCE_SYMBOLS.charAt(index)).join("");
  return ORDER_REFERENCE_PREFIX + symbols + checkSymbolOf(sixSymbolIndexes);
}

/** True for exactly the nine characters of a reference whose check symbol is right; no folding of any kind. */
export function isOrderReference(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const free = text.slice(ORDER_REFERENCE_PREFIX.length, -1);
  return text.endsWith(
    checkSymbolOf(Array.from(free, (symbol) => ORDER_REFERENCE_SYMBOLS.indexOf(symbol))),
  );
}

/**
 * A new reference out of `randomBytes` (in the program `platform/ids.randomBytes`), every one of 29^6
 * equally likely. Whether it is taken is for the unique index to say. Throws when the source is broken.
 */
export function generateOrderReference(randomBytes: (byteCount: number) => Uint8Array): string {
  const indexes: number[] = [];
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    for (const byte of randomBytes(BYTES_PER_ROUND)) {
      if (byte < UNBIASED_BELOW) indexes.push(byte % BASE);
      if (indexes.length === FREE_SYMBOL_COUNT) return buildOrderReference(indexes);
    }
  }
  throw new InvariantError("the source of random bytes gives nothing usable");
}

/**
 * The reference a person typed, or null. Case, spaces, hyphens, dots and underscores are forgiven; a wrong
 * symbol is not, nor is 0 for O: what nearly fits is a suggestion to a person and never a match.
 */
export function normaliseOrderReference(text: string): string | null {
  if (text.length > TYPED_LENGTH_MAX) return null;
  const typed = text.replaceAll(/[\s._-]+/g, "");
  // Upper case of one foreign letter may be two of ours (a ligature ff): only ASCII is folded.
  if (!/^[A-Za-z0-9]+$/.test(typed)) return null;
  const reference = typed.toUpperCase();
  return isOrderReference(reference) ? reference : null;
}

/**
 * Weighted sum modulo 29 with weights 2 to 7, the check symbol itself counting as -1. No weight is 0 modulo
 * the prime 29, so one wrong symbol always shows; all seven differ, so does any two symbols swapped.
 */
function checkSymbolOf(indexes: readonly number[]): string {
  let sum = 0;
  indexes.forEach((index, position) => {
    sum += index * (position + FIRST_WEIGHT);
  });
  return ORDER_REFERENCE_SYMBOLS.charAt(sum % BASE);
}
