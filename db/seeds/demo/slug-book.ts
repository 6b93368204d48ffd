import { slugOf } from "../../../app/platform/fold";

/** Hands out slugs that nobody has yet: `mat-ong`, `mat-ong-2`, `mat-ong-3`; in the same time for the millionth. */
export function createSlugBook(): (name: string) => string {
  const taken = new Set<string>(["new"]); // an address of the program's own
  const lastNumber = new Map<string, number>();
  return (name) => {
    const base = slugOf(name);
    let number = (lastNumber.get(base) ?? 0) + 1;
    let slug = number === 1 ? base : `${base}-${number}`;
    while (taken.has(slug)) {
      number += 1;
      slug = `${base}-${number}`;
    }
    lastNumber.set(base, number);
    taken.add(slug);
    return slug;
  };
}
