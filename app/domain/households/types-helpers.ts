import type { LocalDate } from "~/platform/period";

/** What a helper is asked for, counted in households that sell, and how far they have come. */
export type HelperTarget = {
  householdCount: number;
  startsOn: LocalDate;
  /** The last day. */
  endsOn: LocalDate;
  /**
   * Households of which an order reached its buyer within these days, at a moment at which the household let this helper
   * work for it.
   */
  sellingCount: number;
  isSample: boolean;
};

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
