import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import { isCardAmount } from "~/domain/orders/card-limits";
import type { CardProvider } from "~/domain/payments/card-provider";
import { SECOND_MS, SESSION_LEAST_MS, SESSION_MOST_MS } from "~/domain/payments/card-times";
import { insertAttempt } from "~/domain/payments/insert-attempt.server";
import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { findStandingAttempt, loadAttempt } from "~/domain/payments/queries-cards-records.server";
import { loadPayment } from "~/domain/payments/queries-records.server";
import type { CardAttemptRecord } from "~/domain/payments/types-cards";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { endAttempt } from "./end-attempt.server";
import { openAttempt } from "./open-attempt.server";

export type OpenCardSessionCode =
  "cards_off" | "card_not_due" | "card_amount" | "card_unreachable" | "card_refused";
type Asked = { checkoutId: string; language: Language; returnUrl: string };
type Begun = { attempt: CardAttemptRecord; isNew: boolean; isOutdated: boolean };

const ROUNDS = 3;

/**
 * Where a buyer types the card for what is still due. There is one session at a time: a second window, or the same form
 * again, leads to the same; one for another amount is ended first. `url: null`: there is nothing to type, because the card
 * was charged, or its bank has not answered yet.
 */
export async function openCardSession(
  actor: Actor,
  asked: Asked,
): Promise<Result<{ url: string | null }, OpenCardSessionCode>> {
  const provider = openCardProvider();
  if (provider === null) return fail("cards_off");
  for (let round = 1; round <= ROUNDS; round += 1) {
    const begun = await inTransaction((tx) => beginAttempt(tx, actor, asked));
    if (!begun.ok) return begun;
    const { attempt, isNew, isOutdated } = begun.value;
    const looked = isOutdated
      ? await endAttempt(provider, attempt, { unless: "never" })
      : await continueAttempt(provider, attempt);
    // What was asked a while ago may be refused by now, where the same asked anew is not.
    if (!looked.ok && looked.code === "card_refused" && !isNew) continue;
    if (!looked.ok) return looked;
    const { status, url } = looked.value.attempt;
    if (status === "paid" || looked.value.isProcessing) return succeed({ url: null });
    if (!isOutdated && status === "open" && url !== null) return succeed({ url });
    // It has ended since: the next round begins another one.
  }
  return fail("card_unreachable");
}

function continueAttempt(provider: CardProvider, attempt: CardAttemptRecord) {
  return attempt.sessionId === null
    ? openAttempt(provider, attempt)
    : endAttempt(provider, attempt, { unless: "awaited" });
}

/** The attempt that stands, or a new one, written down before the provider hears of it. */
async function beginAttempt(
  tx: Transaction,
  actor: Actor,
  { checkoutId, language, returnUrl }: Asked,
): Promise<Result<Begun, "card_not_due" | "card_amount">> {
  const checkout = present(await loadCheckout(tx, checkoutId), "a checkout that is gone");
  const payment = present(await loadPayment(tx, checkoutId), "a checkout without its payment");
  const isAwaited = payment.status === "open" || payment.status === "partially_paid";
  const { payBy } = checkout;
  if (!isAwaited || payment.method !== "card" || payBy === null || payBy <= now()) {
    return fail("card_not_due");
  }
  const amountVnd = vnd(payment.dueVnd - payment.capturedVnd);
  const standing = await findStandingAttempt(tx, checkoutId);
  if (standing) {
    return succeed({
      attempt: standing,
      isNew: false,
      isOutdated: standing.amountVnd !== amountVnd,
    });
  }
  if (!isCardAmount(amountVnd)) return fail("card_amount");
  const id = await insertAttempt(tx, {
    paymentId: payment.id,
    amountVnd,
    language: language === "vi" ? "vi" : "en",
    returnUrl,
    expiresAt: expiryOf(payBy),
  });
  await recordAction(tx, {
    actor,
    action: "card_attempt.open",
    subject: { kind: "payment", id: payment.id },
    after: { attemptId: id, amountVnd },
  });
  return succeed({
    attempt: present(await loadAttempt(tx, id), "an attempt that was just written"),
    isNew: true,
    isOutdated: false,
  });
}

/** With the order's own deadline, within what the provider allows; one that outlives its order is ended by the timer. */
function expiryOf(payBy: number): number {
  const at = Math.min(Math.max(payBy, now() + SESSION_LEAST_MS), now() + SESSION_MOST_MS);
  return Math.ceil(at / SECOND_MS) * SECOND_MS;
}
