import type { CompleteLanguage } from "~/platform/language";
import type { LocalDate } from "~/platform/period";
import type { CollectionState } from "./collection-state";
import type { ComputedKey } from "./computed-collections";
import type { ProductCard, ProductList } from "./types";

/**
 * What the department wrote, in the language that was asked for, Vietnamese where there is no other; `languages` says
 * which of them each is.
 */
export type CollectionWords = {
  name: string;
  intro: string;
  criterion: string;
  languages: Record<"name" | "intro" | "criterion", CompleteLanguage>;
};

type Described =
  | { words: CollectionWords; computed: null; endsOn: LocalDate; isSample: boolean }
  | { words: null; computed: ComputedKey; endsOn: null; isSample: false };

/** A collection in a list, with its first products. */
export type CollectionLine = Described & { slug: string; count: number; cards: ProductCard[] };

export type CollectionPage = Described & {
  slug: string;
  list: Pick<ProductList, "cards" | "total" | "page" | "pageCount">;
};

/** A collection that is over; its address says so. */
export type EndedCollection = { ended: { name: string; nameLanguage: CompleteLanguage } };

/** A line of the department's list. */
export type DeskCollectionLine = {
  slug: string;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  position: number;
  state: CollectionState;
  productCount: number;
  isSample: boolean;
};

/** A collection on the department's desk. */
export type DeskCollection = Omit<DeskCollectionLine, "productCount"> & {
  nameEn: string;
  intro: string;
  introEn: string;
  criterion: string;
  criterionEn: string;
  /** False once it was ended by hand. */
  isOpen: boolean;
  products: {
    id: string;
    slug: string;
    name: string;
    householdName: string;
    /** Shown to buyers. */
    isOnSale: boolean;
    availableCount: number;
  }[];
};
