import { OCOP_GROUPS, setsOfGroup } from "./ocop-sets";
import type { ProductFilter } from "./types";

/**
 * The lists that search engines may keep: all products, each group, each kind. Whatever else the form can ask for
 * (words, stars, price, place, season, stock, and two choices at once) has millions of addresses over the same
 * products: it is shown to everyone and marked `noindex`, and `/robots.txt` keeps crawlers out of it. Later pages
 * of a list neither: nobody looks for a page 7, and each product stands in the sitemap.
 */
export const INDEXED_LISTS: readonly ProductFilter[] = [
  {},
  ...OCOP_GROUPS.map(({ code }) => ({ group: code })),
  // The only kind of its group is the same list once more.
  ...OCOP_GROUPS.map(({ code }) => setsOfGroup(code))
    .filter((sets) => sets.length > 1)
    .flatMap((sets) => sets.map((set) => ({ set }))),
];

/** @param total how many products the list has: an empty one is nothing to be found */
export function isListIndexed(filter: ProductFilter, page: number, total: number): boolean {
  return total > 0 && page === 1 && INDEXED_LISTS.some((list) => isSameList(list, filter));
}

function isSameList(a: ProductFilter, b: ProductFilter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
