import type { OrderStatus } from "~/domain/orders/order-status";
import type { LocalDate } from "~/platform/period";
import type { ConfirmationChannel, ContractParty } from "./contract-parties";
import type { ContractMover, ContractStatus } from "./contract-status";
import type { ContractTerms } from "./contract-terms";

/** What a buyer asked the price of, as it is sold today. */
export type ContractAsk = {
  productId: string;
  productName: string;
  productNameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  ocopSet: number;
  packCount: number;
  /** What one pack costs in the shop today. */
  shopPriceVnd: number;
  /** False: the household has taken it off, or the department has not approved it. */
  isOnSale: boolean;
};

export type ContractConfirmation = {
  party: ContractParty;
  signerName: string;
  channel: ConfirmationChannel;
  confirmedAt: number;
};

/** Terms that were offered, with the text of them and who has confirmed it. */
export type ContractVersionView = ContractTerms & {
  number: number;
  itemsVnd: number;
  text: string;
  /** 64 hex digits. */
  textHash: string;
  /** The hash of the text is still what was confirmed. */
  isIntact: boolean;
  offeredAt: number;
  confirmations: ContractConfirmation[];
  /** Parties that have put a digital signature beside it. */
  signedBy: ContractParty[];
};

export type ContractEventView = {
  toStatus: ContractStatus;
  movedBy: ContractMover;
  /** Blank where nothing was said. */
  note: string;
  occurredAt: number;
};

/** A delivery: an order that was placed under the contract. */
export type ContractOrder = {
  orderCode: string;
  checkoutCode: string;
  status: OrderStatus;
  totalVnd: number;
  placedAt: number;
  payBy: number | null;
};

/** One contract, as both sides and the department read it. */
export type ContractView = {
  id: string;
  code: string;
  status: ContractStatus;
  householdId: string;
  householdName: string;
  householdSlug: string;
  householdContact: string;
  householdPhone: string;
  buyerName: string;
  buyerTaxCode: string;
  representative: string;
  representativeTitle: string;
  buyerPhone: string;
  /** Line, commune and province. */
  buyerAddress: string;
  wishedBy: LocalDate | null;
  note: string;
  openedAt: number;
  /** When it lapses by itself; null: it does not. */
  clockAt: number | null;
  isSample: boolean;
  asks: ContractAsk[];
  /** The newest; null before the household has offered anything. */
  version: ContractVersionView | null;
  /** By product: packs in orders that were not called off, and packs that were delivered. */
  progress: { productId: string; orderedCount: number; deliveredCount: number }[];
  orders: ContractOrder[];
  /** Oldest first; the first is the question. */
  events: ContractEventView[];
};

/** A row of a list. */
export type ContractSummary = {
  code: string;
  status: ContractStatus;
  householdName: string;
  buyerName: string;
  /** Of the newest offer; null before there is one. */
  itemsVnd: number | null;
  openedAt: number;
  clockAt: number | null;
  isSample: boolean;
};

export type ContractPage = {
  contracts: ContractSummary[];
  page: number;
  pageCount: number;
};

/** A contract as commands and flows need it. */
export type ContractRecord = {
  id: string;
  code: string;
  householdId: string;
  status: ContractStatus;
  clockAt: number | null;
  buyerId: string | null;
  buyerName: string;
  buyerTaxCode: string;
  representative: string;
  representativeTitle: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  language: "vi" | "en";
};

/** The newest version of a contract, as commands and flows need it. */
export type OfferRecord = ContractTerms & {
  id: string;
  number: number;
  textHash: string;
  itemsVnd: number;
};

/** What may be asked the price of. */
export type AskableProduct = {
  id: string;
  slug: string;
  name: string;
  nameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  priceVnd: number;
};
export type AskableHousehold = {
  id: string;
  slug: string;
  name: string;
  products: AskableProduct[];
};
