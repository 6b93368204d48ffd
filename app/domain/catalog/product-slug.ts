import { slugOf } from "~/platform/fold";

// Addresses that the program itself uses where a product's slug stands.
const RESERVED = ["new", "table"];

/** What a product's address starts from: its name folded, or a plain word where the name has no letters. */
export function baseSlugOf(name: string): string {
  const slug = slugOf(name);
  return slug === "" ? "san-pham" : slug;
}

/** Whether a product of this name may keep the address: it is the name's own, numbered or not. */
export function isSlugOfName(slug: string, name: string): boolean {
  const base = baseSlugOf(name);
  return (
    slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)))
  );
}

/** `base`, or `base-2`, `base-3` ... : the first that is not taken. */
export function firstFreeSlug(base: string, taken: readonly string[]): string {
  const used = new Set([...RESERVED, ...taken]);
  let number = 1;
  let slug = base;
  while (used.has(slug)) {
    number += 1;
    slug = `${base}-${number}`;
  }
  return slug;
}
