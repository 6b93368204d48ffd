import type { HouseholdKind } from "~/domain/households/household-status";
import type { FormerCommune } from "~/domain/places/types";
import type { CompleteLanguage } from "~/platform/language";
import type { ProductList, ProductNames } from "./types";

/** A line of the list of communes that sell. */
export type SellingCommune = {
  code: string;
  name: string;
  /** Products on sale. */
  count: number;
  householdCount: number;
};

/** A seller in a few words. */
export type SellerLine = {
  slug: string;
  name: string;
  kind: HouseholdKind;
  /** The beginning of its story; may be empty. */
  excerpt: string;
  excerptLanguage: CompleteLanguage;
  isSample: boolean;
};

/** Everything on a commune's page. */
export type CommunePage = {
  code: string;
  /** `Xã Mèo Vạc` */
  name: string;
  provinceName: string;
  /** What it was formed from. */
  former: FormerCommune[];
  products: Pick<ProductList, "cards" | "total" | "page" | "pageCount">;
  inSeason: ({ slug: string } & Pick<ProductNames, "name" | "nameLanguage">)[];
  householdCount: number;
  households: SellerLine[];
  /** Where to go on when nothing is on sale here. */
  neighbours: Omit<SellingCommune, "householdCount">[];
};

/** A page of what one seller has on sale. */
export type SellerShelf = Pick<ProductList, "cards" | "total" | "page" | "pageCount"> & {
  /** Valid today. */
  certificateCount: number;
};

/** All that a seller's drawn picture shows, for who gets a link to it in a chat. */
export type HouseholdPictureFacts = {
  name: string;
  kind: HouseholdKind;
  communeName: string;
  provinceName: string;
  photo: { id: string; widths: readonly number[] } | null;
  /** Its first product, drawn where there is no photo. */
  drawn: { ocopSet: number; slug: string };
  productCount: number;
  /** The first few. */
  productNames: string[];
  isSample: boolean;
};
