import type {
  CardDispute,
  CardFailure,
  CardIntent,
  CardProvider,
  CardRefundState,
  CardSession,
} from "~/domain/payments/card-provider";
import type { CardAttemptStatus, CardEventReason } from "~/domain/payments/card-status";
import { moveAttempt } from "~/domain/payments/move-attempt.server";
import { noteStrayRefund } from "~/domain/payments/note-stray-refund.server";
import {
  listCardRefundsOf,
  loadAttempt,
  loadCharge,
} from "~/domain/payments/queries-cards-records.server";
import type { CardAttemptRecord } from "~/domain/payments/types-cards";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { logger } from "~/platform/logger.server";
import { vnd } from "~/platform/money";
import { succeed, type Result } from "~/platform/result";
import { settleCardDispute } from "./settle-card-dispute.server";
import { settleCardRefund } from "./settle-card-refund.server";
import { takeCharge } from "./take-charge.server";

/** Where the provider is to be asked besides what is known of the attempt. */
export type Hints = {
  sessionId?: string | null;
  intentId?: string | null;
  disputeId?: string | null;
  /** Seen already. */
  session?: CardSession;
  /** Written in the same transaction. */
  also?: (tx: Transaction, looked: LookedAt) => Promise<void>;
};
export type LookedAt = {
  attempt: CardAttemptRecord;
  /** A card is being charged, or the bank has not answered yet. */
  isProcessing: boolean;
  /** Why nothing was booked that should have been; null where all was in order. */
  doubt: Extract<
    CardEventReason,
    "amount_differs" | "currency_differs" | "other_mode" | "unknown_refund"
  > | null;
};

type Told = {
  session: CardSession | null;
  intent: CardIntent | null;
  refunds: CardRefundState[];
  dispute: CardDispute | null;
};

/**
 * Asks the provider how an attempt stands and books what is new of it, all of it in one transaction. Events only make us
 * look: so it does not matter in which order they come, how often, or whether at all.
 */
export async function lookAtAttempt(
  provider: CardProvider,
  attempt: CardAttemptRecord,
  hints: Hints = {},
): Promise<Result<LookedAt, CardFailure>> {
  const told = await ask(provider, attempt, hints);
  if (!told.ok) return told;
  return inTransaction(async (tx) => {
    const current = present(await loadAttempt(tx, attempt.id), "an attempt that is gone");
    const doubt = await book(tx, current, { told: told.value, isLive: provider.isLive });
    if (doubt !== null) {
      logger.error("a card's payment is not as it was asked for", { attemptId: attempt.id, doubt });
    }
    const looked: LookedAt = {
      attempt: present(await loadAttempt(tx, attempt.id), "an attempt that is gone"),
      isProcessing: told.value.intent?.isProcessing === true,
      doubt,
    };
    await hints.also?.(tx, looked);
    return succeed(looked);
  });
}

async function ask(
  provider: CardProvider,
  attempt: CardAttemptRecord,
  hints: Hints,
): Promise<Result<Told, CardFailure>> {
  const told: Told = { session: hints.session ?? null, intent: null, refunds: [], dispute: null };
  const sessionId = attempt.sessionId ?? hints.sessionId ?? null;
  if (told.session === null && sessionId !== null) {
    const session = await provider.readSession(sessionId);
    if (!session.ok) return session;
    told.session = session.value;
  }
  const intentId = told.session?.intentId ?? attempt.intentId ?? hints.intentId ?? null;
  if (intentId !== null) {
    const intent = await provider.readIntent(intentId);
    if (!intent.ok) return intent;
    told.intent = intent.value;
    if (intent.value.charge !== null) {
      const refunds = await provider.listRefunds(intentId);
      if (!refunds.ok) return refunds;
      told.refunds = refunds.value;
    }
  }
  if (hints.disputeId) {
    const dispute = await provider.readDispute(hints.disputeId);
    if (!dispute.ok) return dispute;
    told.dispute = dispute.value;
  }
  return succeed(told);
}

async function book(
  tx: Transaction,
  attempt: CardAttemptRecord,
  { told, isLive }: { told: Told; isLive: boolean },
): Promise<LookedAt["doubt"]> {
  const { session, intent, dispute } = told;
  if (intent !== null && intent.isLive !== isLive) return "other_mode";
  // Another's session or payment is not believed, whatever led us to it.
  const isOwn = [session?.attemptId, intent?.attemptId].every(
    (id) => id == null || id === attempt.id,
  );
  if (!isOwn) return "amount_differs";
  if (session !== null && session.money.currency !== "vnd") return "currency_differs";
  if (session !== null && session.money.amount !== attempt.amountVnd) return "amount_differs";
  await moveAttempt(tx, {
    attemptId: attempt.id,
    to: session === null ? undefined : statusOf(session, intent),
    sessionId: session?.id ?? null,
    intentId: intent?.id ?? null,
    url: session === null ? undefined : session.url,
  });
  if (intent === null) return null;
  const doubt = await takeCharge(tx, attempt, intent);
  if (doubt !== null || intent.charge === null) return doubt;
  if ((await loadCharge(tx, intent.charge.id)) === null) return null;
  const isUnknown = await bookRefunds(tx, intent.charge.id, told.refunds);
  if (dispute !== null) await settleCardDispute(tx, dispute);
  return isUnknown ? "unknown_refund" : null;
}

/** Paid is said by the charge alone: a completed session may wait for the buyer's bank, which may say no. */
function statusOf(session: CardSession, intent: CardIntent | null): CardAttemptStatus {
  if (session.status !== "complete") return session.status;
  return intent === null || intent.isProcessing || intent.charge !== null ? "open" : "expired";
}

/** True when there is one that we did not ask for, or that was paid another way since. */
async function bookRefunds(tx: Transaction, chargeId: string, refunds: readonly CardRefundState[]) {
  const own = await listCardRefundsOf(tx, { chargeId });
  let isUnknown = false;
  for (const told of refunds) {
    const refund = own.find(
      ({ id, providerRefundId }) => providerRefundId === told.id || id === told.refundId,
    );
    if (!refund) {
      const { id, status } = told;
      await noteStrayRefund(tx, { id, chargeId, amountVnd: vnd(told.amount), status });
      if (status !== "failed") isUnknown = true;
    } else if (refund.amountVnd !== told.amount) isUnknown = true;
    else if (!(await settleCardRefund(tx, refund, told))) isUnknown = true;
  }
  return isUnknown;
}
