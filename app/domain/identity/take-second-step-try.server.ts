import { DAY_MS, MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";

// Who gets here has the password: six digits, of which three serve at a time, leave them one chance in 11,000 a day.
const perQuarter = createRateLimit({ limit: 5, windowMs: 15 * MINUTE_MS });
const perDay = createRateLimit({ limit: 30, windowMs: DAY_MS });

/** Counts a try at somebody's second step; 0: they may. Else how many milliseconds they have to wait. */
export function takeSecondStepTry(userId: string): number {
  const waitMs = perQuarter.take(userId);
  return waitMs === 0 ? perDay.take(userId) : waitMs;
}

/** A right code clears the short count, so that who signs in and out does not wait. */
export function forgetSecondStepTries(userId: string): void {
  perQuarter.forget(userId);
}
