import type { LocalDate } from "~/platform/period";

/** What is asked for, counted in households that sell, and how far it has come. */
export type SellingTarget = {
  householdCount: number;
  startsOn: LocalDate;
  /** The last day. */
  endsOn: LocalDate;
  /** Households of which an order reached its buyer within these days. */
  sellingCount: number;
  isSample: boolean;
};

/** Of a helper: of households that this helper helped, or that had sold nothing before they let the helper work (D-184). */
export type HelperTarget = SellingTarget & {
  /** Of these, that let the helper work no more. */
  endedCount: number;
};

/** Of a commune: of all of its households. */
export type CommuneTarget = SellingTarget & { commune: { code: string; name: string } };

/** What came of a helper's work. Accounts alone are no result. */
export type HelperResult = {
  agentId: string;
  fullName: string;
  /** Ten digits. */
  phone: string;
  /** Households whose consent holds now. */
  helpedCount: number;
  /** Of these, that have sold in the last 90 days. */
  sellingCount: number;
  /** Households that the helper has ever registered. */
  registeredCount: number;
  /** Done in the name of households in the last 90 days. */
  actCount: number;
  target: HelperTarget | null;
};

/** Somebody whose work the department ended; the account that is left only buys. */
export type RetiredHelper = {
  agentId: string;
  fullName: string;
  /** Ten digits. */
  phone: string;
  retiredAt: number;
};
