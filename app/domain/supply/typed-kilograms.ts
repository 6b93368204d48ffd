import { parseTypedCount } from "~/domain/catalog/typed-values";
import { unaccent } from "~/platform/fold";

const KILOGRAMS = { tan: 1_000, ta: 100, yen: 10 } as const;
const SINGLE = /^(.*\d)\s*(?:kg|ky|ki|can)?$/;
const LARGE = /^(\d{1,4})(?:[.,](\d{1,2}))?\s*(tan|ta|yen)$/;

/**
 * Whole kilograms as people write them: `1500`, `1.500 kg`, `300 cân`, `3 tạ`, `1,5 tấn`; null for anything else. What may
 * be read in two ways (`1.500 tấn`, `2t`) or leaves a part of a kilogram is refused, not mended.
 */
export function parseTypedKilograms(text: string): number | null {
  const typed = unaccent(text.trim().toLowerCase());
  const [, whole, parts = "", unit] = LARGE.exec(typed) ?? [];
  if (whole !== undefined) {
    const hundredths = Number(whole + parts.padEnd(2, "0"));
    const kg = (hundredths * KILOGRAMS[unit as keyof typeof KILOGRAMS]) / 100;
    return Number.isInteger(kg) ? kg : null;
  }
  const [, count] = SINGLE.exec(typed) ?? [];
  return count === undefined ? null : parseTypedCount(count);
}
