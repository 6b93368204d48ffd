import type { BuyerStage } from "./buyer-stage";

/** A row of a buyer's own list. */
export type BoughtSummary = {
  code: string;
  /** Opens its page. */
  key: string;
  placedAt: number;
  /** What its buyer pays. */
  dueVnd: number;
  stage: BuyerStage;
  /** The first line's, and how many lines there are in all. */
  productName: string;
  productNameEn: string | null;
  lineCount: number;
};
export type BoughtPage = { bought: BoughtSummary[]; page: number; pageCount: number };
