import type { LocalDate } from "~/platform/period";

/** Days in Vietnam: `from` and those after it, but not `until`. */
export type DaySpan = { from: LocalDate; until: LocalDate };
