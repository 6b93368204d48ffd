import { sellerCountOf, type Parts } from "./parts";

const FEWEST_SELLERS = 3;
const LARGEST_PART_PERCENT = 85n;

/** A sum with nobody in it is a zero, and a zero of nobody tells nothing of a family. */
export function isEmpty(parts: Parts): boolean {
  for (const { size, net } of parts.values()) if (size !== 0 || net !== 0) return false;
  return true;
}

export function hasFewSellers(parts: Parts): boolean {
  return sellerCountOf(parts) < FEWEST_SELLERS;
}

/**
 * Whether a sum may be known: at least 3 sellers, and none of them with more than 85 % of what was sold, nor of what was
 * kept of it (sold less given back), because that is the figure which is shown. Not safe when empty: what is withheld
 * must have somebody behind it to hide among.
 */
export function isSafe(parts: Parts): boolean {
  if (hasFewSellers(parts)) return false;
  const all = [...parts.values()];
  return isSpread(all.map(({ size }) => size)) && isSpread(all.map(({ net }) => Math.abs(net)));
}

/** Whether a figure may be shown as far as it alone is concerned. */
export function isTellable(parts: Parts): boolean {
  return isEmpty(parts) || isSafe(parts);
}

/** In big integers, because đồng x 100 may pass 2^53. */
function isSpread(amounts: readonly number[]): boolean {
  let sum = 0n;
  let largest = 0n;
  for (const amount of amounts) {
    const exact = BigInt(amount);
    sum += exact;
    if (exact > largest) largest = exact;
  }
  return largest * 100n <= sum * LARGEST_PART_PERCENT;
}
