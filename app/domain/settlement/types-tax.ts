import type { TaxClass } from "~/domain/catalog/tax-class";
import type { Vnd } from "~/platform/money";
import type { LocalDate, Month } from "~/platform/period";
import type { ThresholdMark } from "./tax-threshold";

/** As an officer enters it; the id is made with the form. */
export type NewTaxRule = {
  ruleId: string;
  effectiveOn: LocalDate;
  taxClass: TaxClass;
  vatBps: number;
  pitBps: number;
  legalBasis: string;
};
export type NewTaxThreshold = {
  ruleId: string;
  effectiveOn: LocalDate;
  thresholdVnd: Vnd;
  legalBasis: string;
};
export type NewWithholding = {
  switchId: string;
  effectiveOn: LocalDate;
  isOn: boolean;
  note: string;
};

/** How a dated row stands today. `replaced`: a later one is of the same day. */
export type DatedState = "in_force" | "coming" | "past" | "replaced";

type Entered = {
  id: string;
  effectiveOn: LocalDate;
  legalBasis: string;
  /** Null: it came with the program. */
  enteredByName: string | null;
  state: DatedState;
};
export type TaxRuleRow = Entered & { taxClass: TaxClass; vatBps: number; pitBps: number };
export type TaxThresholdRow = Entered & { thresholdVnd: number };
export type WithholdingRow = {
  id: string;
  effectiveOn: LocalDate;
  isOn: boolean;
  note: string;
  proposedById: string;
  proposedByName: string;
  agreedByName: string | null;
  /** waiting: nobody else has agreed yet. lapsed: nobody did before its day was over. */
  state: DatedState | "waiting" | "lapsed";
};

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
