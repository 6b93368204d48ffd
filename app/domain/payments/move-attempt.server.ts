import { eq } from "drizzle-orm";
import { cardAttempts } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { canMoveAttempt, type CardAttemptStatus } from "./card-status";
import { LOOK_AGAIN_MS } from "./card-times";
import { loadAttempt } from "./queries-cards-records.server";

export type AttemptNews = {
  attemptId: string;
  /** Where the provider says that it stands; a move that leads back changes nothing. */
  to?: CardAttemptStatus | undefined;
  sessionId?: string | null;
  intentId?: string | null;
  /** As the provider says it now; left out where it was not asked. */
  url?: string | null | undefined;
};

/** Notes what was heard of an attempt. What is known already stays: the provider's ids never change. */
export async function moveAttempt(tx: Transaction, news: AttemptNews): Promise<void> {
  const attempt = await loadAttempt(tx, news.attemptId);
  if (!attempt) return;
  const to =
    news.to !== undefined && canMoveAttempt(attempt.status, news.to) ? news.to : attempt.status;
  await tx
    .update(cardAttempts)
    .set({
      status: to,
      sessionId: attempt.sessionId ?? news.sessionId ?? null,
      intentId: attempt.intentId ?? news.intentId ?? null,
      url: to !== "open" ? null : news.url === undefined ? attempt.url : news.url,
      lookAt: now() + LOOK_AGAIN_MS,
    })
    .where(eq(cardAttempts.id, attempt.id));
}
