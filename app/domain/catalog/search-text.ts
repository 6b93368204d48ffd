import enOcop from "~/locales/en/ocop.json";
import viOcop from "~/locales/vi/ocop.json";
import { fold } from "~/platform/fold";
import { OCOP_GROUPS } from "./ocop-sets";

export type SearchTextInput = {
  name: string;
  nameEn: string | null;
  ocopSet: number;
  householdName: string;
  communeName: string;
  /** What the commune's places were called before 1 July 2025; people still look for them. */
  formerPlaceNames?: readonly string[];
};

const SET_WORDS: readonly Readonly<Record<string, string>>[] = [viOcop, enOcop];
// Words of the sets' names that say nothing, or fold into something else: "chế" would be found as "chè".
const EMPTY_WORDS =
  /(?<!\p{L})(?:chế biến|sơ chế|sản phẩm|các|từ|và|khác|products?|other|from|their|and)(?!\p{L})/giu;
// The north says chè, the south trà.
const OTHER_WORDS: Readonly<Record<number, string>> = { 11: "trà", 12: "chè" };

/**
 * What a product is found by (`products.search_text`): folded, each word once, the product's own words first.
 * Whoever writes a product, or renames its household, writes this with it.
 */
export function searchTextOf(input: SearchTextInput): string {
  const texts = [
    input.name,
    input.nameEn ?? "",
    input.householdName,
    input.communeName,
    ...(input.formerPlaceNames ?? []),
    ...SET_WORDS.map((words) => setWordsOf(words, input.ocopSet)),
    OTHER_WORDS[input.ocopSet] ?? "",
  ];
  return [...new Set(fold(texts.join(" ")).split(" "))].join(" ");
}

function setWordsOf(words: Readonly<Record<string, string>>, ocopSet: number): string {
  const group = OCOP_GROUPS.find(
    ({ firstSet, lastSet }) => ocopSet >= firstSet && ocopSet <= lastSet,
  );
  const set = words[`set_${String(ocopSet).padStart(2, "0")}`] ?? "";
  const ofGroup = group ? (words[`group_${group.code}`] ?? "") : "";
  return `${set} ${ofGroup}`.replaceAll(EMPTY_WORDS, " ");
}
