import { numberMarks, type Language } from "~/platform/language";

export const STARS = [5, 4, 3, 2, 1] as const;
export type Stars = (typeof STARS)[number];

/** How many buyers gave each number of stars. */
export type StarCounts = Record<Stars, number>;

export const NO_STARS: StarCounts = { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };

/** One or two buyers are no average. */
export const AVERAGE_FROM = 3;

export function countStars(counts: StarCounts): number {
  return STARS.reduce((sum, stars) => sum + counts[stars], 0);
}

/** The average in tenths of a star, rounded half up; null while fewer than three have judged. */
export function averageTenths(counts: StarCounts): number | null {
  const count = countStars(counts);
  if (count < AVERAGE_FROM) return null;
  const sum = STARS.reduce((total, stars) => total + stars * counts[stars], 0);
  return Math.floor((20 * sum + count) / (2 * count));
}

/** `4,7` in Vietnamese, `4.7` in English. */
export function formatTenths(tenths: number, language: Language): string {
  return `${Math.floor(tenths / 10)}${numberMarks(language).point}${tenths % 10}`;
}

export function starsOf(value: number): Stars {
  return STARS.find((stars) => stars === value) ?? 1;
}
