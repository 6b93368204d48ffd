import type { LocalDate, Month } from "~/platform/period";
import type { StallWay } from "./stall-ways";

export type Taking = {
  id: string;
  takenOn: LocalDate;
  way: StallWay;
  amountVnd: number;
  /** Empty where nothing was written. */
  note: string;
  notedAt: number;
  isStruck: boolean;
};

export type TakingSums = Record<StallWay, number> & { totalVnd: number };

/** One month of a household's book, the newest day first; what was struck out counts in no sum. */
export type TakingsMonth = TakingSums & {
  month: Month;
  days: (TakingSums & { day: LocalDate; takings: Taking[] })[];
  page: number;
  pageCount: number;
};
