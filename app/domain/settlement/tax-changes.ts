import { addDays, type LocalDate } from "~/platform/period";
import { datedStates } from "./dated-states";
import type { TaxChangeState } from "./types-tax";

/** What says what is kept back, each from a day on: a class's rates, the yearly threshold, whether anything is. */
export const TAX_CHANGE_KINDS = ["rules", "thresholds", "withholding"] as const;
export type TaxChangeKind = (typeof TAX_CHANGE_KINDS)[number];

/** The first day that can still be entered or agreed to: rates and thresholds never change within a day. */
export function firstTaxDay(kind: TaxChangeKind, today: LocalDate): LocalDate {
  return kind === "withholding" ? today : addDays(today, 1);
}

type Decided = { effectiveOn: LocalDate; agreedAt: number | null; withdrawnAt: number | null };

/** How changes stand today; they come the latest day first, and of one day the one that was agreed to last first. */
export function taxChangeStates(
  kind: TaxChangeKind,
  rows: readonly Decided[],
  today: LocalDate,
): TaxChangeState[] {
  const counted = rows.filter((row) => row.agreedAt !== null && row.withdrawnAt === null);
  const states = datedStates(
    counted.map(({ effectiveOn }) => effectiveOn),
    today,
  );
  return rows.map((row) => {
    if (row.withdrawnAt !== null) return "withdrawn";
    if (row.agreedAt === null) {
      return row.effectiveOn < firstTaxDay(kind, today) ? "lapsed" : "waiting";
    }
    return states[counted.indexOf(row)] ?? "replaced";
  });
}
