import type { Outcome } from "~/domain/training/outcome";

/** What a programme of the department has come to, of a month or a commune. Null: no closed month says so yet. */
export type ProgrammeCounts = {
  /** Sellers with an order in a month. */
  sellerCount: number | null;
  /** Households that let a helper work for them at the end of the time, and of them those that sold in 90 days. */
  helpedCount: number;
  helpedSellingCount: number;
  /** Products with a valid OCOP recognition of three stars or more then, and of them those shown to buyers. */
  recognisedCount: number;
  onSaleCount: number;
  /** Sessions of the time, and households that were there; of them those that listed or sold for the first time in 90 days. */
  sessionCount: number;
  attendedCount: number;
  listedCount: number;
  soldCount: number;
};
export const PROGRAMME_CODES = [
  "sellerCount",
  "helpedCount",
  "helpedSellingCount",
  "recognisedCount",
  "onSaleCount",
  "sessionCount",
  "attendedCount",
  "listedCount",
  "soldCount",
] as const satisfies readonly (keyof ProgrammeCounts)[];

/** The part of them that training makes. */
export function trainingCounts(sessionCount: number, outcome: Outcome) {
  return {
    sessionCount,
    attendedCount: outcome.households,
    listedCount: outcome.listed.within,
    soldCount: outcome.sold.within,
  };
}
