import { addDays, type LocalDate } from "~/platform/period";
import { isAlcohol } from "./ocop-sets";

/** What is alcohol, of a household without a checked licence that is valid on the day; everything else needs none. */
export function lacksLicence(
  { ocopSet, licensedUntil }: { ocopSet: number; licensedUntil: LocalDate | null },
  today: LocalDate,
): boolean {
  return isAlcohol(ocopSet) && (licensedUntil === null || licensedUntil <= today);
}

const SOON_DAYS = 60;
const VERY_SOON_DAYS = 14;

/** How a household's licence stands, for its desk: it is told in time, and then again. */
export type LicenceState = "missing" | "ended" | "ends_very_soon" | "ends_soon" | "valid";

/** @param licensedUntil the first day without a licence; null: none was ever checked */
export function licenceStateOf(licensedUntil: LocalDate | null, today: LocalDate): LicenceState {
  if (licensedUntil === null) return "missing";
  if (licensedUntil <= today) return "ended";
  if (licensedUntil <= addDays(today, VERY_SOON_DAYS)) return "ends_very_soon";
  return licensedUntil <= addDays(today, SOON_DAYS) ? "ends_soon" : "valid";
}
