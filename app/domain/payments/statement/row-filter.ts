import { BANK_TRANSACTION_REASONS } from "../payment-status";
import type { RowOutcome } from "./statement-status";

const SETS = ["all", "errors", "gaps", "different", "skipped"] as const;
/** Which rows of a file a person looks at: a set, or all with one outcome. */
export type RowFilter = (typeof SETS)[number] | RowOutcome;

const FILTERS: readonly RowFilter[] = [...SETS, ...BANK_TRANSACTION_REASONS, "known", "conflict"];

/** As an address says it; null when it says none. */
export function readRowFilter(asked: string | null): RowFilter | null {
  return FILTERS.find((one) => one === asked) ?? null;
}
