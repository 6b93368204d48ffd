import type { LocalDate } from "~/platform/period";
import type { OrderStatus } from "./order-status";
import type { RecallOutcome } from "./recall-outcomes";

/** The latest recall of a lot, with how far its buyers have been told. */
export type RecallView = {
  /** Of the event. */
  id: string;
  lotCode: string;
  productName: string;
  householdId: string;
  householdName: string;
  madeOn: LocalDate;
  reason: string;
  instruction: string;
  recalledAt: number;
  /** It was lifted since. */
  isLifted: boolean;
  orderCount: number;
  packCount: number;
  /** Orders whose buyer was told. */
  toldCount: number;
};

export type RecallContact = {
  outcome: RecallOutcome;
  note: string;
  /** Null: the person's account is gone. */
  by: string | null;
  occurredAt: number;
};

/** An order that got or holds packs of the lot. */
export type RecallBuyer = {
  orderCode: string;
  status: OrderStatus;
  quantity: number;
  /** Of these, still in the house. */
  heldCount: number;
  buyerName: string;
  buyerPhone: string;
  communeName: string;
  provinceName: string;
  placedAt: number;
  /** Newest first. */
  contacts: RecallContact[];
};

export type RecallBuyerPage = { buyers: RecallBuyer[]; page: number; pageCount: number };

/** On the buyer's own page: what of the order is recalled. */
export type RecallNotice = {
  lotCode: string;
  productName: string;
  productNameEn: string | null;
  quantity: number;
  reason: string;
  instruction: string;
  householdName: string;
  householdPhone: string;
};

/** Which lot the packs of an order come from. */
export type OrderPacks = {
  productName: string;
  lotCode: string;
  quantity: number;
  isRecalled: boolean;
  expiresOn: LocalDate | null;
  /** Not sent yet, and past its last day when it would be there. */
  isTooOld: boolean;
};
