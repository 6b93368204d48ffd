import { localDateOf, type LocalDate } from "~/platform/period";

/** The day by this phone's clock, in the province's time. */
export function todayHere(): LocalDate {
  return localDateOf(Date.now());
}
