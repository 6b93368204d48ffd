import type { CardFailure, CardProvider } from "~/domain/payments/card-provider";
import { loadPayment } from "~/domain/payments/queries-records.server";
import type { CardAttemptRecord } from "~/domain/payments/types-cards";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { openAttempt } from "./open-attempt.server";
import { lookAtAttempt, type LookedAt } from "./look-at-attempt.server";

/**
 * Has the provider end a session so that nobody can pay it any more, and books what it says instead: it may have been paid
 * in the last second. One whose answer never came is asked for again under its own key first. `unless: "awaited"`: a
 * session that its buyer may still use is only looked at.
 */
export async function endAttempt(
  provider: CardProvider,
  attempt: CardAttemptRecord,
  { unless }: { unless: "awaited" | "never" },
): Promise<Result<LookedAt, CardFailure>> {
  const known = await knowSession(provider, attempt);
  if (!known.ok) return known;
  const looked = known.value;
  const { sessionId, status } = looked.attempt;
  if (status !== "open" || sessionId === null || looked.isProcessing) return succeed(looked);
  if (unless === "awaited" && (await isAwaited(looked.attempt))) return succeed(looked);
  const expired = await provider.expireSession(sessionId);
  if (!expired.ok && expired.code === "card_unreachable") return expired;
  return lookAtAttempt(
    provider,
    looked.attempt,
    expired.ok ? { session: expired.value } : { sessionId },
  );
}

/** What it asks for is due still, by card, and its time is not over. */
async function isAwaited(attempt: CardAttemptRecord): Promise<boolean> {
  const payment = await loadPayment(reader(), attempt.checkoutId);
  if (payment === null || payment.method !== "card" || now() >= attempt.expiresAt) return false;
  const isDue = payment.status === "open" || payment.status === "partially_paid";
  return isDue && payment.dueVnd - payment.capturedVnd === attempt.amountVnd;
}

/** Repeats the question whose answer was lost, and reads how the session stands by now. */
async function knowSession(
  provider: CardProvider,
  attempt: CardAttemptRecord,
): Promise<Result<LookedAt, CardFailure>> {
  if (attempt.sessionId !== null || attempt.status !== "creating") {
    return lookAtAttempt(provider, attempt);
  }
  return openAttempt(provider, attempt);
}
