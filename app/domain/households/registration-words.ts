import type { HouseholdKind } from "./household-status";

/** What a household is registered with. */
export const REGISTRATION_WORDS = [
  "name",
  "kind",
  "contactName",
  "phone",
  "communeCode",
  "addressLine",
  "story",
] as const;
type Word = (typeof REGISTRATION_WORDS)[number];
export type RegistrationWords = Record<Exclude<Word, "kind">, string> & { kind: HouseholdKind };

/** Which of them say something else. */
export function otherWords(one: RegistrationWords, other: RegistrationWords): Word[] {
  return REGISTRATION_WORDS.filter((word) => one[word] !== other[word]);
}
