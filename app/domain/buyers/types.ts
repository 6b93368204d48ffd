import type { ProductCard } from "~/domain/catalog/types";

/** An address of somebody's book, as a form of theirs shows it. */
export type Address = {
  id: string;
  fullName: string;
  phone: string;
  provinceCode: string;
  communeCode: string;
  /** Of commune and province: today's, or what they were called when the State has merged them since. */
  placeName: string;
  addressLine: string;
  /** False: the State has changed its commune, which has to be chosen anew. */
  isPlaceKnown: boolean;
};

/** A product that somebody saved. */
export type Wish = {
  productId: string;
  /** Null: not on sale now; it stays on the list. */
  card: ProductCard | null;
  /** Null: what it is called now nobody has approved. */
  name: string | null;
  nameEn: string | null;
  ocopSet: number;
  slug: string;
};

/** An address in the words of the checkout's fields. */
export type Receiver = {
  buyerName: string;
  buyerPhone: string;
  provinceCode: string;
  /** Blank: to be chosen. */
  communeCode: string;
  addressLine: string;
};
