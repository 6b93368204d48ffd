import type { LocalDate } from "~/platform/period";
import type { DatedState } from "./types-tax";

/**
 * How rows of dates stand today. They come the latest day first, and of one day the one that was entered last first: that
 * one counts, the others of the day are replaced.
 */
export function datedStates(days: readonly LocalDate[], today: LocalDate): DatedState[] {
  let isFound = false;
  return days.map((day, i) => {
    if (days[i - 1] === day) return "replaced";
    if (day > today) return "coming";
    if (isFound) return "past";
    isFound = true;
    return "in_force";
  });
}
