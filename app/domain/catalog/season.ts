import type { LocalDate } from "~/platform/period";

/** The months of harvest, both included; `fromMonth` after `toMonth` runs over the new year. */
export type Season = { fromMonth: number; toMonth: number };

export function isInSeason(season: Season, today: LocalDate): boolean {
  const month = Number(today.slice(5, 7));
  return season.fromMonth <= season.toMonth
    ? month >= season.fromMonth && month <= season.toMonth
    : month >= season.fromMonth || month <= season.toMonth;
}
