import { invariant } from "~/platform/invariant";
import { numberMarks, type Language } from "~/platform/language";

/** An exact part of a whole, `denominator` at least 1; it is rounded once, where it is written down. */
export type Ratio = { numerator: number; denominator: number };

/** The part of a whole, or null where there is no whole to take a part of. */
export function ratioOf(numerator: number, denominator: number | null): Ratio | null {
  return denominator === null || denominator <= 0 ? null : { numerator, denominator };
}

/** By how much `current` differs from `before`; null when there was nothing before. */
export function changeOf(current: number, before: number | null): Ratio | null {
  return before === null ? null : ratioOf(current - before, before);
}

/**
 * Parts of 100 with this many decimals and a point, such as `0.0123`: for files and machines. Rounded once, half
 * up (away from zero below it), in big integers, because đồng x 100 x 10^decimals may pass 2^53.
 */
export function percentOf(ratio: Ratio, decimals: number): string {
  return digitsOf(ratio, { scale: 100n, decimals });
}

function digitsOf(ratio: Ratio, { scale, decimals }: { scale: bigint; decimals: number }): string {
  const { numerator, denominator } = ratio;
  invariant(Number.isSafeInteger(numerator), `not a whole numerator: ${numerator}`);
  invariant(Number.isSafeInteger(denominator) && denominator > 0, `bad whole: ${denominator}`);
  const whole = BigInt(denominator);
  const scaled = BigInt(Math.abs(numerator)) * scale * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + whole) / (2n * whole);
  const text = withPoint(rounded, decimals);
  return numerator < 0 && rounded > 0n ? `-${text}` : text;
}

/** `123` with 4 decimals is `0.0123`. */
function withPoint(units: bigint, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The same for people: `0,0123 %` in Vietnamese, `0.0123%` in English. */
export function formatPercent(ratio: Ratio, decimals: number, language: Language): string {
  const text = formatDigits(percentOf(ratio, decimals), language);
  return language === "en" ? `${text}%` : `${text}\u00a0%`;
}

/**
 * Percentage points between two per cents as they are shown, with the sign: `+0,0004`; null where they are shown
 * alike. Of the rounded ones, so that a reader who subtracts the cells gets the same.
 */
export function formatPoints(
  { from, to, decimals }: { from: Ratio; to: Ratio; decimals: number },
  language: Language,
): string | null {
  const shown = (ratio: Ratio) => BigInt(percentOf(ratio, decimals).replace(".", ""));
  const points = shown(to) - shown(from);
  if (points === 0n) return null;
  const digits = withPoint(points < 0n ? -points : points, decimals);
  return `${points < 0n ? "−" : "+"}${formatDigits(digits, language)}`;
}

/** How many times as large, for people: `1,4`, from ten on in whole numbers, `1.000`. */
export function formatTimes(ratio: Ratio, language: Language): string {
  const decimals = ratio.numerator < ratio.denominator * 10 ? 1 : 0;
  return formatDigits(digitsOf(ratio, { scale: 1n, decimals }), language);
}

function formatDigits(digits: string, language: Language): string {
  const { group, point } = numberMarks(language);
  const [whole = "0", part] = digits.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group).replace("-", "−");
  return part === undefined ? grouped : `${grouped}${point}${part}`;
}

/** A change with its sign: `+12,3 %`. */
export function formatChange(ratio: Ratio, language: Language): string {
  const text = formatPercent(ratio, 1, language);
  return ratio.numerator > 0 ? `+${text}` : text;
}
