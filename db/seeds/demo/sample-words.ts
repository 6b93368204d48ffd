import words from "./sample-words.json";

export type WordKind = keyof typeof words.goods;

const KIND_OF_SET: Readonly<Record<number, WordKind>> = {
  1: "fresh",
  2: "fresh",
  3: "grain",
  4: "sweet",
  5: "snack",
  6: "snack",
  7: "sweet",
  8: "snack",
  9: "spice",
  10: "spice",
  11: "tea",
  12: "tea",
  13: "tea",
  18: "herbal",
  19: "herbal",
  20: "herbal",
  21: "craft",
  22: "craft",
  23: "plant",
  24: "plant",
  25: "plant",
  26: "stay",
};

/** Sets that are not named are drinks. */
export function wordKindOf(ocopSet: number): WordKind {
  return KIND_OF_SET[ocopSet] ?? "drink";
}

/**
 * What invented buyers and visitors say of each kind of goods, and the answers to their questions. Each sentence fits
 * every product of its kind; with one on the parcel it is a review.
 */
export const WORDS: Readonly<
  Record<WordKind, Record<"good" | "fair" | "poor", string[]> & { questions: string[][] }>
> = words.goods;
export const { parcel: SHIPPING_WORDS, replies: REPLIES } = words;
