/**
 * Text as it is searched: lower case, no diacritics, đ as d, runs of anything else as one space.
 * Done here and not in SQL because FTS5 does not fold đ and `lower()` knows only ASCII.
 */
export function fold(text: string): string {
  return text
    .replaceAll(/[đĐ]/g, "d")
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What a name looks like in an address: folded, joined by hyphens, at most 80 characters. */
export function slugOf(text: string): string {
  return fold(text).replaceAll(" ", "-").slice(0, 80).replace(/-+$/, "");
}
