import type { ProductFilter } from "./types";

/**
 * Collections that nobody puts together: what is in one follows from a rule. Their words are in the `collections`
 * catalogue of each language.
 */
export const COMPUTED_COLLECTIONS = [
  { key: "season", slug: "dang-mua", filter: { inSeason: true } },
  { key: "starred", slug: "ocop-4-5-sao", filter: { minStars: 4 } },
  // The beginning of the whole list: what was put on sale last.
  { key: "newest", slug: "moi-len-cho", filter: {}, pageMax: 1 },
] as const satisfies readonly ComputedCollection[];

type ComputedCollection = { key: string; slug: string; filter: ProductFilter; pageMax?: number };
export type ComputedKey = (typeof COMPUTED_COLLECTIONS)[number]["key"];

export function slugOfComputed(key: ComputedKey): string {
  return COMPUTED_COLLECTIONS.find((one) => one.key === key)?.slug ?? "";
}
