import type { OrderStatus } from "~/domain/orders/order-status";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { ReturnReason } from "./return-reasons";
import type { ReturnMover, ReturnStatus } from "./return-status";

/** A line of an order, as it was sold, with what came back of it. */
export type ReturnLineView = {
  lineItemId: string;
  productName: string;
  productNameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  unitPriceVnd: number;
  /** Packs that were sold. */
  quantity: number;
  askedCount: number;
  refundedCount: number;
};

export type ReturnEventView = {
  toStatus: ReturnStatus;
  movedBy: ReturnMover;
  /** As it was written; blank where nothing was. */
  note: string;
  occurredAt: number;
};

/** One request, as everybody concerned reads it. */
export type ReturnView = {
  id: string;
  code: string;
  orderCode: string;
  checkoutCode: string;
  orderStatus: OrderStatus;
  householdId: string;
  householdName: string;
  householdPhone: string;
  buyerName: string;
  buyerPhone: string;
  method: PaymentMethod;
  status: ReturnStatus;
  reason: ReturnReason;
  note: string;
  openedAt: number;
  /** By when something has to happen; null when it is over. */
  clockAt: number | null;
  /** What all that is asked for is worth, or what was given back once it is. */
  refundVnd: number;
  /** Of it, shipping. */
  shippingVnd: number;
  /** Of it, what goes to the programme of a voucher and not to the buyer. */
  voucherVnd: number;
  isRestocked: boolean;
  lines: ReturnLineView[];
  /** Oldest first; the first is its opening. */
  events: ReturnEventView[];
};

/** A row of a list. */
export type ReturnSummary = {
  code: string;
  orderCode: string;
  status: ReturnStatus;
  reason: ReturnReason;
  householdName: string;
  openedAt: number;
  clockAt: number | null;
};

export type ReturnPage = {
  requests: ReturnSummary[];
  requestCount: number;
  page: number;
  pageCount: number;
};

/** What of an order a buyer may still give back today. */
export type ReturnableView = {
  orderCode: string;
  householdName: string;
  shippingVnd: number;
  reasons: ReturnReason[];
  /** Lines of which something is left to give back. */
  lines: (Omit<ReturnLineView, "askedCount" | "refundedCount"> & { leftCount: number })[];
};

/** A request as commands and flows need it. */
export type ReturnRecord = {
  id: string;
  code: string;
  orderId: string;
  orderCode: string;
  checkoutCode: string;
  householdId: string;
  status: ReturnStatus;
  reason: ReturnReason;
  clockAt: number | null;
  lines: { lineItemId: string; askedCount: number }[];
};
