import { addDays, type LocalDate } from "~/platform/period";
import { lacksLicence } from "./alcohol-licence";
import type { ProductStatus } from "./product-status";

/** What a lot's page says first; the one that matters most for whoever holds a pack. */
export const LOT_STATES = [
  "recalled", // not to be eaten or used: the recall says what to do
  "expired", // its last day has come
  "off_sale", // its product was taken down, or its household may not sell
  "sold_out", // nothing of it is left for sale
  "on_sale",
] as const;
export type LotState = (typeof LOT_STATES)[number];

/** Why nothing of the product is sold, whatever is in stock. */
export type OffSaleReason = "product_withdrawn" | "household_suspended" | "licence_missing";

export type LotStanding = {
  recalledAt: number | null;
  expiresOn: LocalDate | null;
  freeCount: number;
  offSale: OffSaleReason | null;
};

/** @param today the lot is sold until the day before it expires */
export function lotStateOf(lot: LotStanding, today: LocalDate): LotState {
  if (lot.recalledAt !== null) return "recalled";
  if (lot.expiresOn !== null && lot.expiresOn <= today) return "expired";
  if (lot.offSale !== null) return "off_sale";
  return lot.freeCount > 0 ? "on_sale" : "sold_out";
}

/** What leaves the house today must outlast this day: a parcel is not there before tomorrow. */
export function outlastedDay(today: LocalDate, isSent: boolean): LocalDate {
  return isSent ? addDays(today, 1) : today;
}

type Offered = {
  status: ProductStatus;
  householdStatus: string;
  ocopSet: number;
  licensedUntil: LocalDate | null;
};

/** The department's word about the household weighs more than the household's about its product. */
export function offSaleReasonOf(product: Offered, today: LocalDate): OffSaleReason | null {
  if (product.householdStatus !== "approved") return "household_suspended";
  if (product.status !== "published") return "product_withdrawn";
  return lacksLicence(product, today) ? "licence_missing" : null;
}
