import { moveAttempt } from "~/domain/payments/move-attempt.server";
import type { CardProvider } from "~/domain/payments/card-provider";
import {
  listAttemptsToLookAt,
  listRefundsInStatus,
} from "~/domain/payments/queries-cards-records.server";
import { listLostAndOwed } from "~/domain/payments/queries-disputes-records.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { endAttempt } from "./end-attempt.server";
import { setOffDisputes } from "./set-off-disputes.server";
import { sendCardRefund } from "./send-card-refund.server";

const BATCH_SIZE = 20;

/**
 * Finishes what was begun with the card provider and not ended: sessions whose answer never came, that nobody may pay any
 * more or of which nothing was heard; what lost disputes leave to be owed; refunds that are to be sent. Where the provider does not answer it stops until the
 * next time. What is refused is asked again later, behind the others.
 */
export async function sweepCards(provider: CardProvider): Promise<{ doneCount: number }> {
  let doneCount = 0;
  for (const attempt of await listAttemptsToLookAt(reader(), { at: now(), limit: BATCH_SIZE })) {
    const ended = await endAttempt(provider, attempt, { unless: "awaited" });
    if (!ended.ok || ended.value.doubt !== null) {
      await inTransaction((tx) => moveAttempt(tx, { attemptId: attempt.id }));
    }
    if (!ended.ok && ended.code === "card_unreachable") return { doneCount };
    doneCount += 1;
  }
  for (const checkoutId of await listLostAndOwed(reader(), BATCH_SIZE)) {
    await inTransaction((tx) => setOffDisputes(tx, checkoutId));
  }
  const sending = { status: "sending", limit: BATCH_SIZE } as const;
  for (const refund of await listRefundsInStatus(reader(), sending)) {
    const sent = await sendCardRefund(provider, refund);
    if (!sent.ok) return { doneCount };
    doneCount += 1;
  }
  return { doneCount };
}
