/** The English text beside each Vietnamese one of a product; empty where there is none. */
const ENGLISH_OF = {
  name: "nameEn",
  description: "descriptionEn",
  packLabel: "packLabelEn",
} as const;

type Spoken = keyof typeof ENGLISH_OF;
export type EnglishField = (typeof ENGLISH_OF)[Spoken];
export type EnglishWords = Record<EnglishField, string>;
type BothWords = Record<Spoken, string> & EnglishWords;

/** English texts left as they were although the Vietnamese that they stood for changed. */
export function staleEnglish(before: BothWords, after: BothWords): EnglishField[] {
  const spoken = Object.keys(ENGLISH_OF) as Spoken[];
  return spoken
    .filter((field) => before[field] !== after[field])
    .map((field) => ENGLISH_OF[field])
    .filter((field) => after[field] !== "" && after[field] === before[field]);
}
