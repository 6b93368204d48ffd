import type { LocalDate } from "~/platform/period";

type Dated = { number: number; effectiveOn: LocalDate };

/** The version in force on a day: the highest whose day has come; null before the first. */
export function inForceOn<Version extends Dated>(
  versions: readonly Version[],
  day: LocalDate,
): Version | null {
  const begun = versions.filter(({ effectiveOn }) => effectiveOn <= day);
  return begun.toSorted((a, b) => b.number - a.number)[0] ?? null;
}

/** What comes after it, the next first. */
export function announcedOn<Version extends Dated>(
  versions: readonly Version[],
  day: LocalDate,
): Version[] {
  return versions
    .filter(({ effectiveOn }) => effectiveOn > day)
    .toSorted((a, b) => a.number - b.number);
}
