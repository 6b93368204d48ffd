import type { LocalDate } from "~/platform/period";
import type { EditedWords } from "./forms";
import type { ProductStatus } from "./product-status";
import type { Photo } from "./types";
import type { UnitPrice } from "./unit-price";

/** A row of a household's own list, in any state. */
export type OwnProductSummary = {
  slug: string;
  name: string;
  packLabel: string;
  priceVnd: number;
  ocopSet: number;
  status: ProductStatus;
  availableCount: number;
  photo: Photo | null;
};

export type OwnProductPage = { products: OwnProductSummary[]; page: number; pageCount: number };

/** What a card at a stall says of a product. */
export type PriceCard = {
  slug: string;
  name: string;
  packLabel: string;
  priceVnd: number;
  unitPrice: UnitPrice | null;
  /** Of a certificate that is valid today. */
  stars: number | null;
  isSample: boolean;
};

export type PriceCardPage = { cards: PriceCard[]; page: number; pageCount: number };

/** The packs of a product on a page of many; `lotCode` when they lie in one lot, which can be counted there. */
export type BulkStock = {
  lotCode: string | null;
  lotCount: number;
  onHandCount: number;
  reservedCount: number;
};

export type BulkProduct = {
  /** Names its fields, and stays with it. */
  key: string;
  slug: string;
  name: string;
  packLabel: string;
  status: ProductStatus;
  priceVnd: number;
  stock: BulkStock;
};

export type BulkPage = { products: BulkProduct[]; page: number; pageCount: number };

export type OwnLot = {
  code: string;
  madeOn: LocalDate;
  expiresOn: LocalDate | null;
  onHandCount: number;
  /** Promised to orders and still in the house. */
  reservedCount: number;
  isExpired: boolean;
  isRecalled: boolean;
};

/** A household's own page of one product. */
export type OwnProduct = OwnProductSummary & {
  id: string;
  householdId: string;
  /** The one that lists show first. */
  photos: Photo[];
  words: EditedWords;
  /** What the department said when it refused. */
  statusReason: string | null;
  /** Those with packs first. */
  lots: OwnLot[];
  /** It is alcohol, and the household has no licence that is checked and valid: it is not shown. */
  lacksLicence: boolean;
  mayBeRemoved: boolean;
};
