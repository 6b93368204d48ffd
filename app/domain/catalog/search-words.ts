import enOcop from "~/locales/en/ocop.json";
import viOcop from "~/locales/vi/ocop.json";
import { fold } from "~/platform/fold";
import type { Language } from "~/platform/language";
import { OCOP_GROUPS } from "./ocop-sets";

const TEXT_LENGTH_MAX = 100;
const WORDS_MAX = 10;

/** What a person typed as the words that are searched: folded, bounded; none when nothing of it can be found. */
export function searchTermsOf(text: string): string[] {
  return foldedWordsOf(text.slice(0, TEXT_LENGTH_MAX)).slice(0, WORDS_MAX);
}

/** The same words with their diacritics, lower case. */
export function typedTermsOf(text: string): string[] {
  return wordsOf(text.slice(0, TEXT_LENGTH_MAX)).slice(0, WORDS_MAX);
}

/** Words of a text, lower case, in its own letters. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function foldedWordsOf(text: string): string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

const SET_WORDS: readonly Readonly<Record<string, string>>[] = [viOcop, enOcop];
// Words of the sets' names that say nothing, or fold into something else: "chế" would be found as "chè".
const EMPTY_WORDS =
  /(?<!\p{L})(?:chế biến|sơ chế|sản phẩm|các|từ|và|khác|products?|other|from|their|and)(?!\p{L})/giu;
// The north says chè, the south trà.
const OTHER_WORDS: Readonly<Record<number, string>> = { 11: "trà", 12: "chè" };

/** What a set is searched by while typing, in one language. */
export function setNameIn(language: Language, ocopSet: number): string {
  const words: Readonly<Record<string, string>> = language === "en" ? enOcop : viOcop;
  const name = words[`set_${String(ocopSet).padStart(2, "0")}`] ?? "";
  return `${name.replaceAll(EMPTY_WORDS, " ")} ${OTHER_WORDS[ocopSet] ?? ""}`;
}

/** The folded words, in every language, of a set's and its group's name: what its products are found by. */
export function setWordsOf(ocopSet: number): string[] {
  const group = OCOP_GROUPS.find(
    ({ firstSet, lastSet }) => ocopSet >= firstSet && ocopSet <= lastSet,
  );
  const texts = SET_WORDS.flatMap((words) => [
    words[`set_${String(ocopSet).padStart(2, "0")}`] ?? "",
    group ? (words[`group_${group.code}`] ?? "") : "",
  ]).map((text) => text.replaceAll(EMPTY_WORDS, " "));
  return [...new Set(foldedWordsOf([...texts, OTHER_WORDS[ocopSet] ?? ""].join(" ")))];
}
