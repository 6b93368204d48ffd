import type { ContractStatus } from "~/domain/contracts/contract-status";
import type { NoticeKind } from "~/domain/notices/notice-kinds";
import type { NoticeChannel, NoticeStatus } from "~/domain/notices/notice-status";
import type { NoticeFacts } from "~/domain/notices/types";
import type { PreorderStatus } from "~/domain/preorders/preorder-status";
import type { CompleteLanguage } from "~/platform/language";

/**
 * Everything that the market knows of a person, or of one purchase: the file that they may take with them. Names of
 * fields stand (`version`); money is in whole đồng, a moment is ISO 8601 in UTC, a day is `YYYY-MM-DD`.
 */
export type PersonData = {
  format: "cho-phien.person-data";
  version: 1;
  madeAt: string;
  account: {
    fullName: string;
    phone: string;
    role: string;
    language: CompleteLanguage;
    /** Where they are told of things too; null: nowhere. */
    email: string | null;
    openedAt: string;
    /** When somebody was last in it, within some days; null: not known. */
    lastSeenAt: string | null;
  } | null;
  /** The first choice first. */
  addresses: {
    fullName: string;
    phone: string;
    communeCode: string;
    place: string;
    addressLine: string;
  }[];
  savedProducts: { product: string; savedAt: string }[];
  purchases: PurchaseData[];
  preorders: PreorderData[];
  contracts: ContractData[];
  /** Reviews and questions. */
  posts: {
    kind: string;
    stars: number | null;
    text: string;
    shownName: string | null;
    status: string;
    writtenAt: string;
  }[];
  /** Transfers that the buyer asked about because an order did not show them. */
  transferClaims: {
    amountVnd: number;
    transferredAt: string;
    bankReference: string | null;
    hasPhoto: boolean;
    sentAt: string;
    status: string;
    answer: string | null;
  }[];
  /** What the buyer was told of; what it said goes after 90 days. */
  notices: {
    kind: NoticeKind;
    status: NoticeStatus;
    channel: NoticeChannel | null;
    createdAt: string;
    sentAt: string | null;
    facts: NoticeFacts | null;
  }[];
  /** Where money was to be paid back to. */
  refundAccounts: { order: string; bankBin: string; accountEnding: string; enteredAt: string }[];
  /** Browsers that are told of things, by the service that carries it. */
  toldBrowsers: { service: string; since: string }[];
  /** Browsers that are signed in, by when they are signed out unless used. */
  sessions: { endsAt: string }[];
  /** Numbers that the account had before; `from` is blank once it was erased, `to` is the last three digits. */
  phoneChanges: { from: string; to: string; changedAt: string; undoneAt: string | null }[];
};

export type PurchaseData = {
  code: string;
  status: string;
  method: string;
  channel: string;
  language: string;
  placedAt: string;
  payBy: string | null;
  buyerName: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  note: string;
  itemsVnd: number;
  shippingVnd: number;
  totalVnd: number;
  /** What of it a programme pays. */
  voucherVnd: number;
  paidVnd: number;
  paidAt: string | null;
  orders: OrderData[];
};

/** A place on the list of a harvest. */
export type PreorderData = {
  code: string;
  product: string;
  packCount: number;
  unitPriceVnd: number;
  status: PreorderStatus;
  placedAt: string;
  buyerName: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  events: EventData[];
};

/** A wholesale contract or the question for one, with every text that was offered. */
export type ContractData = {
  code: string;
  seller: string;
  status: ContractStatus;
  openedAt: string;
  buyerName: string;
  buyerTaxCode: string;
  representative: string;
  representativeTitle: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  note: string;
  texts: { number: number; text: string; sha256: string; offeredAt: string }[];
  events: EventData[];
};

export type OrderData = {
  code: string;
  seller: string;
  status: string;
  statusReason: string | null;
  itemsVnd: number;
  shippingVnd: number;
  totalVnd: number;
  voucherVnd: number;
  pickupPoint: string | null;
  carrier: string | null;
  trackingCode: string | null;
  /** As the seller recorded it at the hand-over. */
  receivedBy: string | null;
  hasProofPhoto: boolean;
  lines: {
    product: string;
    pack: string;
    quantity: number;
    unitPriceVnd: number;
    totalVnd: number;
  }[];
  events: EventData[];
  returns: {
    code: string;
    status: string;
    reason: string;
    note: string;
    openedAt: string;
    refundVnd: number;
    events: EventData[];
  }[];
};

export type EventData = {
  at: string;
  from: string | null;
  to: string;
  by: string | null;
  words: string | null;
};
