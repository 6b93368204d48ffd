import type { Confidence } from "./request-words";

/** What the operator owes of itself, without being asked. */
export const DUTIES = [
  "suspension_notice", // so long before a household is suspended by the operator's own decision it is told
  "kept_content", // so long what was taken down stays readable
] as const;
export type Duty = (typeof DUTIES)[number];

/** Days end at midnight in Vietnam; a year ends with the same day of the next. */
export const DUTY_UNITS = ["days", "years"] as const;
export type DutyUnit = (typeof DUTY_UNITS)[number];

export type DutyTerm = {
  id: string;
  duty: Duty;
  /** `YYYY-MM-DD` */
  effectiveOn: string;
  count: number;
  unit: DutyUnit;
  source: string;
  confidence: Confidence;
};
