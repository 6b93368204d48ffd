import type { CollectionWords } from "./types-collection";
import type { ProductCard } from "./types";

/** What stands on the home page; a product stands on one shelf only. */
export type HomeShelves = {
  /** The first of the department's that has something in stock. */
  collection: {
    slug: string;
    words: CollectionWords;
    endsOn: string;
    cards: ProductCard[];
  } | null;
  inSeason: ProductCard[];
  starred: ProductCard[];
  newest: ProductCard[];
};
