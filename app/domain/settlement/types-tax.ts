import type { TaxClass } from "~/domain/catalog/tax-class";
import type { Vnd } from "~/platform/money";
import type { LocalDate, Month } from "~/platform/period";
import type { ThresholdMark } from "./tax-threshold";

/** As an officer enters it; the id is made with the form. */
export type NewTaxChange = { id: string; effectiveOn: LocalDate } & (
  | {
      kind: "rules";
      values: { taxClass: TaxClass; vatBps: number; pitBps: number; legalBasis: string };
    }
  | { kind: "thresholds"; values: { thresholdVnd: Vnd; legalBasis: string } }
  | { kind: "withholding"; values: { isOn: boolean; note: string } }
);
/** `enteredById` null: it came with the program. */
export type TaxChangeRecord = {
  effectiveOn: LocalDate;
  enteredById: string | null;
  agreedAt: number | null;
  withdrawnAt: number | null;
};

/** How a dated row stands today. `replaced`: a later one is of the same day. */
export type DatedState = "in_force" | "coming" | "past" | "replaced";

/** waiting: nobody else has agreed yet. lapsed: nobody did in time. withdrawn: taken back before its day. */
export type TaxChangeState = DatedState | "waiting" | "lapsed" | "withdrawn";

export type TaxChangeRow = {
  id: string;
  effectiveOn: LocalDate;
  enteredById: string | null;
  /** Null: it came with the program. */
  enteredByName: string | null;
  agreedByName: string | null;
  state: TaxChangeState;
};
export type TaxRuleRow = TaxChangeRow & {
  taxClass: TaxClass;
  vatBps: number;
  pitBps: number;
  legalBasis: string;
};
export type TaxThresholdRow = TaxChangeRow & { thresholdVnd: number; legalBasis: string };
export type WithholdingRow = TaxChangeRow & { isOn: boolean; note: string };

export type TaxDesk = {
  isWithholding: boolean;
  switches: WithholdingRow[];
  rules: TaxRuleRow[];
  thresholds: TaxThresholdRow[];
  /** Kept back and not paid to the State yet; below zero: paid, and come back since. */
  heldVnd: number;
};

/** What was kept back of one household's sales of a month, what came back in it taken off. */
export type TaxMonthRow = {
  householdId: string;
  householdName: string;
  taxCode: string | null;
  /** By class, less what came back; shipping is `transport`. */
  revenueVnd: Record<TaxClass, number>;
  vatVnd: number;
  pitVnd: number;
};
export type TaxMonthPage = {
  month: Month;
  rows: TaxMonthRow[];
  rowCount: number;
  page: number;
  pageCount: number;
};

/** A household's year against the threshold. */
export type HouseholdYear = {
  year: number;
  revenueVnd: number;
  thresholdVnd: number;
  /** Whole percent, rounded down. */
  percent: number;
  mark: ThresholdMark | null;
};
export type HouseholdYearRow = HouseholdYear & {
  householdName: string;
  householdSlug: string;
  taxCode: string | null;
};
export type HouseholdYearPage = {
  year: number;
  thresholdVnd: number | null;
  rows: HouseholdYearRow[];
  rowCount: number;
  page: number;
  pageCount: number;
};
