import { DAY_MS, HOUR_MS, localDateOf, startOfDate } from "~/platform/period";

/** Nobody is woken between these hours of Vietnam's day. */
const QUIET_FROM_HOUR = 21;
const QUIET_UNTIL_HOUR = 7;

/** The same moment, or when the night that it falls into is over. */
export function afterQuietHours(instant: number): number {
  const today = startOfDate(localDateOf(instant));
  const morning = today + QUIET_UNTIL_HOUR * HOUR_MS;
  if (instant < morning) return morning;
  return instant >= today + QUIET_FROM_HOUR * HOUR_MS ? morning + DAY_MS : instant;
}
