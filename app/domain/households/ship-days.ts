import { addDays, weekdayOf, type LocalDate } from "~/platform/period";
import type { ShippingRules } from "./shipping-rules";

/** Monday to Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The next day after `today` on which the household sends; null when it has not said when. */
export function nextShipDay(
  { shipDays }: Pick<ShippingRules, "shipDays">,
  today: LocalDate,
): LocalDate | null {
  if (shipDays === null) return null;
  const days = WEEKDAYS.map((ahead) => addDays(today, ahead));
  return days.find((day) => shipDays.includes(weekdayOf(day))) ?? null;
}

/** Days in a row as one run: [1,2,3,4,6] is Monday to Thursday, and Saturday. */
export function runsOfDays(days: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}
