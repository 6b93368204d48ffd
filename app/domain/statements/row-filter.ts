import { BANK_TRANSACTION_REASONS } from "~/domain/payments/payment-status";
import type { RowOutcome } from "./statement-status";

const SETS = ["all", "errors", "gaps", "different", "skipped"] as const;
/** Which rows of a file a person looks at: a set, or all with one outcome. */
export type RowFilter = (typeof SETS)[number] | RowOutcome;

const OUTCOMES: readonly RowOutcome[] = [...BANK_TRANSACTION_REASONS, "known", "conflict"];
const FILTERS: readonly RowFilter[] = [...SETS, ...OUTCOMES];

/** As an address says it; null when it says none. */
export function readRowFilter(asked: string | null): RowFilter | null {
  return FILTERS.find((one) => one === asked) ?? null;
}

/** The outcome that a filter names; null for a set. */
export function readOutcome(filter: RowFilter): RowOutcome | null {
  return OUTCOMES.find((one) => one === filter) ?? null;
}
