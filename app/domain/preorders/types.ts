import type { LocalDate } from "~/platform/period";
import type { HarvestStatus } from "./harvest-status";
import type { PreorderStatus } from "./preorder-status";

/** A harvest that buyers may be put on the list of now. */
export type OpenHarvest = {
  id: string;
  harvestFrom: LocalDate;
  harvestTo: LocalDate;
  closesOn: LocalDate;
  unitPriceVnd: number;
  /** Packs that are not promised yet; 0: the list is full. */
  leftCount: number;
};

/** Of the order that a place was served with: it waits for the transfer, has been paid, or has come to nothing. */
export type PreorderOutcome = "unpaid" | "paid" | "void";

/** A place on a list, as its buyer sees it. */
export type PreorderView = {
  code: string;
  status: PreorderStatus;
  productSlug: string;
  productName: string;
  productNameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  householdName: string;
  householdPhone: string;
  packCount: number;
  unitPriceVnd: number;
  harvestFrom: LocalDate;
  harvestTo: LocalDate;
  /** Who came before and still waits. */
  aheadCount: number;
  buyerName: string;
  buyerPhone: string;
  /** Line, commune and province. */
  address: string;
  placedAt: number;
  isSample: boolean;
  /** The order that its packs were held for, once it is served, and what became of it. */
  checkoutCode: string | null;
  outcome: PreorderOutcome | null;
  /** Why the household struck it; blank for all others. */
  reason: string;
};

/** A row of a household's list. */
export type ListedPreorder = {
  code: string;
  buyerName: string;
  buyerPhone: string;
  packCount: number;
  status: PreorderStatus;
  checkoutCode: string | null;
  outcome: PreorderOutcome | null;
  placedAt: number;
};

/** A household's harvest with its list, oldest first. */
export type HarvestView = {
  id: string;
  status: HarvestStatus;
  harvestFrom: LocalDate;
  harvestTo: LocalDate;
  closesOn: LocalDate;
  capCount: number;
  unitPriceVnd: number;
  promisedCount: number;
  waitingCount: number;
  isSample: boolean;
  preorders: ListedPreorder[];
};

/** A harvest as commands and flows need it. */
export type HarvestRecord = {
  id: string;
  productId: string;
  householdId: string;
  status: HarvestStatus;
  closesOn: LocalDate;
  capCount: number;
  unitPriceVnd: number;
  /** Lots from then on are of this harvest; what was there before is not what was ordered. */
  openedAt: number;
  harvestFrom: LocalDate;
  clockAt: number | null;
};

/** A place on a list as commands and flows need it. */
export type PreorderRecord = {
  id: string;
  code: string;
  harvestId: string;
  status: PreorderStatus;
  buyerId: string | null;
  buyerName: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  language: "vi" | "en";
  packCount: number;
};
