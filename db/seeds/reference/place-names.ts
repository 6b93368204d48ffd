import { fold } from "../../../app/platform/fold";

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const KINDS = /^(xã|phường|đặc khu|thị trấn|tỉnh|thành phố)\s+/i;

/** A name without its kind: `Xã Lũng Cú` is `Lũng Cú`. */
export function stemOf(name: string): string {
  return name.normalize("NFC").replace(KINDS, "");
}

/**
 * Equal for two spellings of one name that differ only in Unicode form, in which vowel carries the tone
 * (Hòa, Hoà), in the apostrophe or in capitals; different for names that differ in a tone (Sơn Hà, Sơn Hạ).
 */
export function spellingKey(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll("’", "'")
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((syllable) => {
      const tone = syllable.match(TONES)?.join("") ?? "";
      return syllable.replaceAll(TONES, "").normalize("NFC") + tone;
    })
    .join(" ");
}

/** True when the two may name the same place, whatever kind of unit it is now. */
export function isSameStem(a: string, b: string): boolean {
  return fold(stemOf(a)) === fold(stemOf(b));
}
