import type { Language } from "./language";

const WORDS = /[\p{L}\p{M}]+/gu;
// `đ`, and vowels with a sign above, below or beside them.
const VIETNAMESE = /đ|[aeiouy][\u0300-\u0303\u0306\u0309\u031B\u0323]/i;

/**
 * The language of what somebody typed without saying which: Vietnamese when at least half of its words have a letter
 * of Vietnamese, as in ordinary Vietnamese three of four have; else that of the page. A Vietnamese name within an
 * English sentence does not make it Vietnamese.
 */
export function languageOfText(text: string, page: Language): Language {
  const words = text.normalize("NFD").match(WORDS) ?? [];
  const count = words.filter((word) => VIETNAMESE.test(word)).length;
  return count > 0 && count * 2 >= words.length ? "vi" : page;
}
