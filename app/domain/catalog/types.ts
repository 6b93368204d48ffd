import type { CertifiedStars, IssuerLevel } from "~/domain/certificates/certificate-levels";
import type { HouseholdKind } from "~/domain/households/household-status";
import type { ShippingRules } from "~/domain/households/shipping-rules";
import type { CompleteLanguage } from "~/platform/language";
import type { Vnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import type { OcopGroup } from "./ocop-sets";
import type { PackageSize } from "./package-size";
import type { PriceBand } from "./price-bands";
import type { Season } from "./season";
import type { UnitPrice } from "./unit-price";

/** A photo in its re-encoded widths; the files' addresses come from `paths.photo`. */
export type Photo = { id: string; width: number; height: number; widths: readonly number[] };

/** In the language that was asked for, Vietnamese where there is no other; each says which of them it is. */
export type ProductNames = {
  name: string;
  nameLanguage: CompleteLanguage;
  packLabel: string;
  packLabelLanguage: CompleteLanguage;
};

/** A product in a list. */
export type ProductCard = ProductNames & {
  id: string;
  /** Its number on the shelf. */
  searchId: number;
  slug: string;
  priceVnd: Vnd;
  unitPrice: UnitPrice | null;
  ocopSet: number;
  photo: Photo | null;
  /** Null without a certificate that is valid today. */
  stars: CertifiedStars | null;
  /** How many buyers gave it so many stars; null before the first. */
  buyerStars: BuyerStars | null;
  householdName: string;
  communeName: string;
  isAvailable: boolean;
};

export type BuyerStars = Record<1 | 2 | 3 | 4 | 5, number>;

/** All that a product's drawn picture shows, for who gets a link to it in a chat. */
export type PictureFacts = Pick<
  ProductCard,
  // Chooses among the drawings of its kind.
  | "slug"
  | "name"
  | "packLabel"
  | "priceVnd"
  | "ocopSet"
  | "photo"
  | "stars"
  | "householdName"
  | "communeName"
> & { isSample: boolean };

/** A product in the feed of new ones. */
export type NewProductEntry = ProductCard & {
  description: string;
  publishedAt: number;
  cardVersion: string;
};

export type ProductFilter = {
  /** What a person typed, as it came. */
  text?: string;
  group?: OcopGroup;
  set?: number;
  stars?: CertifiedStars;
  /** That many stars or more; for lists of our own, not a choice of the form. */
  minStars?: CertifiedStars;
  communeCode?: string;
  price?: PriceBand;
  inSeason?: true;
  /** In stock. */
  isReady?: true;
};

/** How many products each choice would leave, the other choices kept. */
export type Facets = {
  groups: { code: OcopGroup; count: number }[];
  sets: { set: number; count: number }[];
  stars: { stars: CertifiedStars; count: number }[];
  /** Only those with any, and the chosen one. */
  communes: { code: string; name: string; count: number }[];
  prices: { code: PriceBand; count: number }[];
  inSeason: number;
  ready: number;
};

/** A commune that the words of a search name. */
export type NamedPlace = {
  code: string;
  name: string;
  /** What the place was called before July 2025, when that is how it was found. */
  formerName: string | null;
};

/** What somebody who is typing may mean. */
export type Suggestion =
  | ({ kind: "product"; slug: string; communeName: string } & Pick<
      ProductNames,
      "name" | "nameLanguage"
    >)
  | { kind: "set"; set: number; count: number }
  | ({ kind: "commune" } & NamedPlace)
  | { kind: "household"; slug: string; name: string };

export type ProductList = {
  cards: ProductCard[];
  total: number;
  /** From 1; the last one when a later one was asked for. */
  page: number;
  pageCount: number;
  /** What was searched instead, when nothing was found for the text as typed. */
  correctedText: string | null;
  /** How many, the last ones, only have a word that is one slip away from one typed. */
  similarCount: number;
  facets: Facets;
};

/** The proof behind the stars. */
export type CertificateFacts = {
  stars: CertifiedStars;
  decisionNumber: string;
  issuerLevel: IssuerLevel;
  issuerName: string;
  issuedOn: LocalDate;
  expiresOn: LocalDate;
  /** Of the product that was recognised; null: its paper names none. */
  ocopCode: string | null;
  isSample: boolean;
};

export type LotFacts = { code: string; madeOn: LocalDate; expiresOn: LocalDate | null };

/** Who sells: what Law 19/2023, Art. 37 wants said at a distance sale. */
export type SellerFacts = {
  slug: string;
  name: string;
  kind: HouseholdKind;
  phone: string;
  communeCode: string;
  communeName: string;
  provinceName: string;
  /** The beginning of its story; may be empty. */
  excerpt: string;
  excerptLanguage: CompleteLanguage;
  photo: Photo | null;
  shippingRules: ShippingRules;
  isSample: boolean;
};

/** Everything on a product's page. */
export type ProductPage = Omit<ProductCard, "photo" | "stars" | "buyerStars" | "householdName"> & {
  description: string;
  descriptionLanguage: CompleteLanguage;
  weightGrams: number;
  packageSize: PackageSize | null;
  availableCount: number;
  season: (Season & { isNow: boolean }) | null;
  photos: Photo[];
  certificate: CertificateFacts | null;
  /** Those in stock, the first to expire first. */
  lots: LotFacts[];
  seller: SellerFacts;
  isSample: boolean;
};
