/** Without diacritics, `đ` as `d`; all else as it was. */
export function unaccent(text: string): string {
  return text
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "");
}

/**
 * Text as it is searched: lower case, no diacritics, đ as d, runs of anything else as one space.
 * Done here and not in SQL because FTS5 does not fold đ and `lower()` knows only ASCII.
 */
export function fold(text: string): string {
  return unaccent(text)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What a name looks like in an address: folded, joined by hyphens, at most 80 characters. */
export function slugOf(text: string): string {
  return fold(text).replaceAll(" ", "-").slice(0, 80).replace(/-+$/, "");
}
