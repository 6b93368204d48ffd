import type { Vnd } from "~/platform/money";
import type { LocalDate, Month } from "~/platform/period";
import type { FigureCode } from "./figure-codes";
import type { RetailKind, RetailStage } from "./retail-stages";

/** The official denominator of one month as the statistics office published it on one day. */
export type RetailTotal = {
  id: string;
  month: Month;
  kind: RetailKind;
  amountVnd: Vnd;
  stage: RetailStage;
  source: string;
  publishedOn: LocalDate;
  enteredAt: number;
  isSample: boolean;
};

/**
 * A vintage in the list of all, with who entered it, whether the shares are computed with it, and the id of the table that
 * brought it in; null: it was typed.
 */
export type RetailTotalVintage = RetailTotal & {
  enteredBy: string | null;
  isInUse: boolean;
  fileId: string | null;
};

/** Everything the indicator says of one month, exact; per cents are made of it where they are shown. */
export type IndicatorMonth = {
  month: Month;
  /** E-commerce retail sales less what came back in the month, by which share they belong to: goods alone, or goods and services. */
  salesVnd: Record<RetailKind, Vnd>;
  /** Counted in the share of goods and services only. */
  servicesVnd: Vnd;
  /** Given back and paid back in the month, of what buyers ordered online; deducted above. */
  returnedVnd: Vnd;
  /** Typed in for a buyer by a helper: counted in no share. */
  assistedVnd: Vnd;
  wholesaleVnd: Vnd;
  /** What buyers paid for shipping, all channels: counted in no share. */
  shippingVnd: Vnd;
  orderCount: number;
  assistedOrderCount: number;
  wholesaleOrderCount: number;
  /** Sellers with at least one delivered order that the buyer placed online. */
  activeSellerCount: number;
  cashlessVnd: Vnd;
  cashlessOrderCount: number;
  retailTotals: Record<RetailKind, RetailTotal | null>;
  /** Figures that everybody may not see, whose amounts have been taken out; none at the department. */
  withheld: readonly FigureCode[];
  /** Before 1 July 2025 the provinces were others: not comparable without care. */
  isBeforeMerger: boolean;
};
