import type { Vnd } from "~/platform/money";
import type { PeriodRecord } from "./periods/records";

/** An order or return behind a figure, without a word of the buyer. */
export type RecordBehind = Omit<PeriodRecord, "lines"> & {
  sellerName: string;
  /** The lines that are asked for, and their sum. */
  lines: PeriodRecord["lines"];
  vnd: Vnd;
};
