import type { CardFailure, CardProvider } from "~/domain/payments/card-provider";
import { KEY_GOOD_FOR_MS } from "~/domain/payments/card-times";
import { moveAttempt } from "~/domain/payments/move-attempt.server";
import type { CardAttemptRecord } from "~/domain/payments/types-cards";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { succeed, type Result } from "~/platform/result";
import { lookAtAttempt, type LookedAt } from "./look-at-attempt.server";

/**
 * Opens the session of an attempt that was written down before. The same key answers the same session, for a day; after
 * that the question would open a second one, so its session is looked for instead.
 */
export async function openAttempt(
  provider: CardProvider,
  attempt: CardAttemptRecord,
): Promise<Result<LookedAt, CardFailure>> {
  const isKeyGood = now() - attempt.createdAt < KEY_GOOD_FOR_MS;
  const asked = isKeyGood
    ? await provider.openSession({
        attemptId: attempt.id,
        reference: attempt.reference,
        amountVnd: vnd(attempt.amountVnd),
        language: attempt.language,
        returnUrl: attempt.returnUrl,
        expiresAt: attempt.expiresAt,
      })
    : await provider.findSession(attempt);
  if (asked.ok && asked.value !== null) {
    // A repeated answer is as it was: it is read anew where it may have been paid meanwhile.
    return lookAtAttempt(provider, attempt, { sessionId: asked.value.id });
  }
  if (!asked.ok && asked.code === "card_unreachable") return asked;
  const to = asked.ok ? "expired" : "failed";
  await inTransaction((tx) => moveAttempt(tx, { attemptId: attempt.id, to }));
  if (!asked.ok) return asked;
  return succeed({ attempt: { ...attempt, status: to }, isProcessing: false, doubt: null });
}
