/** Languages with a complete catalogue, the default first. A person's setting and an order keep one of these. */
export const COMPLETE_LANGUAGES = ["vi", "en"] as const;
export type CompleteLanguage = (typeof COMPLETE_LANGUAGES)[number];

/** Languages whose texts are shown one by one, as native readers approve them: Khmer and Hmong. */
export const REVIEWED_LANGUAGES = ["km", "hmn"] as const;
export type ReviewedLanguage = (typeof REVIEWED_LANGUAGES)[number];

export const LANGUAGES = [...COMPLETE_LANGUAGES, ...REVIEWED_LANGUAGES] as const;
export type Language = CompleteLanguage | ReviewedLanguage;
export const DEFAULT_LANGUAGE: CompleteLanguage = "vi";

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}

export function isReviewedLanguage(language: Language): language is ReviewedLanguage {
  return (REVIEWED_LANGUAGES as readonly string[]).includes(language);
}

/** The language in which an order is kept: its words are frozen in one that has all of them. */
export function completeLanguageFor(language: Language): CompleteLanguage {
  return isReviewedLanguage(language) ? DEFAULT_LANGUAGE : language;
}

/** A text that is kept in Vietnamese and perhaps in English, for a reader; where there is no other, the Vietnamese. */
export function textFor(
  reader: Language,
  vietnamese: string,
  english: string | null,
): { text: string; language: CompleteLanguage } {
  const own = reader === "en" ? english : null;
  return own === null ? { text: vietnamese, language: "vi" } : { text: own, language: "en" };
}

/** What stands between thousands and before decimals: `1.200,5` in Vietnam, whatever the language, `1,200.5` in English. */
export function numberMarks(language: Language): { group: string; point: string } {
  return language === "en" ? { group: ",", point: "." } : { group: ".", point: "," };
}
