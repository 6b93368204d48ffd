import { invariant } from "./invariant";
import { numberMarks, type Language } from "./language";

declare const vndBrand: unique symbol;
/** Whole đồng, a safe integer. */
export type Vnd = number & { readonly [vndBrand]: true };

export const ZERO_VND = 0 as Vnd;

/** Brands a number as đồng; throws when it is no safe integer. */
export function vnd(amount: number): Vnd {
  invariant(Number.isSafeInteger(amount), `not a whole number of đồng: ${amount}`);
  return (amount === 0 ? 0 : amount) as Vnd;
}

export function sumVnd(amounts: readonly number[]): Vnd {
  let sum = 0;
  for (const amount of amounts) sum = vnd(sum + vnd(amount));
  return vnd(sum);
}

export function multiplyVnd(amount: Vnd, times: number): Vnd {
  invariant(Number.isSafeInteger(times), `not a whole number of times: ${times}`);
  return vnd(amount * times);
}

/** `amount` x `rateBps` / 10,000, rounded half up; exact, because the product is made in big integers. */
export function rateOfVnd(amount: Vnd, rateBps: number): Vnd {
  invariant(amount >= 0, "a rate is taken of an amount of at least 0");
  invariant(Number.isSafeInteger(rateBps) && rateBps >= 0, `bad rate: ${rateBps}`);
  return vnd(Number((BigInt(amount) * BigInt(rateBps) + 5_000n) / 10_000n));
}

/**
 * Splits `total` in proportion to `weights` so that the parts sum to it exactly: each gets its floor, and
 * the đồng left over go to the largest remainders, earlier ones first. All weights 0: everything to the first.
 */
export function allocateVnd(total: Vnd, weights: readonly number[]): Vnd[] {
  invariant(total >= 0 && weights.length > 0, "allocate at least 0 đồng to at least one part");
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const shares = whole === 0n ? weights.map((_, i) => (i === 0 ? 1n : 0n)) : weights.map(BigInt);
  const divisor = whole === 0n ? 1n : whole;
  const parts = shares.map((share, i) => ({
    i,
    floor: (BigInt(total) * share) / divisor,
    remainder: (BigInt(total) * share) % divisor,
  }));
  let left = Number(BigInt(total) - parts.reduce((sum, part) => sum + part.floor, 0n));
  const byRemainder = parts.toSorted((a, b) =>
    a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1,
  );
  const result = parts.map((part) => Number(part.floor));
  for (const part of byRemainder) {
    if (left === 0) break;
    result[part.i] = Number(part.floor) + 1;
    left -= 1;
  }
  return result.map(vnd);
}

/** `185.000 đ`, in English `185,000 đ`. */
export function formatVnd(amount: number, language: Language): string {
  return `${formatInteger(amount, language)}\u00a0đ`;
}

/**
 * A whole number with its thousands grouped. A sum past 2^53 is shown as exactly as a number can be: a screen that
 * reads a total must not fail over its size.
 */
export function formatInteger(amount: number, language: Language): string {
  invariant(Number.isInteger(amount), `not a whole number: ${amount}`);
  const digits = BigInt(Math.abs(amount))
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, numberMarks(language).group);
  return amount < 0 ? `−${digits}` : digits;
}
