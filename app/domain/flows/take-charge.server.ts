import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CardIntent } from "~/domain/payments/card-provider";
import type { CardEventReason } from "~/domain/payments/card-status";
import { moveAttempt } from "~/domain/payments/move-attempt.server";
import { noteChargeFee } from "~/domain/payments/note-charge-fee.server";
import { loadCharge } from "~/domain/payments/queries-cards-records.server";
import { loadPayment } from "~/domain/payments/queries-records.server";
import { recordCharge } from "~/domain/payments/record-charge.server";
import type { CardAttemptRecord } from "~/domain/payments/types-cards";
import { TWO_PERSON_FROM_VND } from "~/domain/settlement/allocation-purposes";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd, type Vnd } from "~/platform/money";
import { applyMoney } from "./apply-money.server";
import { holdCardRefund } from "./hold-card-refund.server";
import { FROM_CARD } from "./record-receipt.server";

export const FROM_STRIPE: Actor = { kind: "provider", name: "stripe" };

/**
 * Books what a card has paid for an attempt, as the provider tells it: once, whatever told us to look. What it is not
 * booked for is the answer; then nothing has changed. A second payment of what is paid goes back to its card by itself.
 */
export async function takeCharge(
  tx: Transaction,
  attempt: CardAttemptRecord,
  intent: CardIntent,
): Promise<Extract<CardEventReason, "amount_differs" | "currency_differs"> | null> {
  const { charge } = intent;
  if (charge === null) return null;
  if (charge.money.currency !== "vnd") return "currency_differs";
  if (charge.money.amount !== attempt.amountVnd) return "amount_differs";
  const amountVnd = vnd(charge.money.amount);
  if ((await loadCharge(tx, charge.id)) === null) {
    await bookCharge(tx, attempt, { id: charge.id, intentId: intent.id, amountVnd });
  }
  if (charge.feeVnd !== null) await bookFee(tx, { chargeId: charge.id, feeVnd: charge.feeVnd });
  return null;
}

async function bookCharge(
  tx: Transaction,
  attempt: CardAttemptRecord,
  charge: { id: string; intentId: string; amountVnd: Vnd },
) {
  const { amountVnd } = charge;
  const payment = present(
    await loadPayment(tx, attempt.checkoutId),
    "a card's attempt without its payment",
  );
  const reason = await applyMoney(tx, payment, {
    evidence: { kind: "card_charge", id: charge.id },
    actor: FROM_STRIPE,
    amountVnd,
    from: FROM_CARD,
  });
  await recordCharge(tx, { ...charge, attemptId: attempt.id, reason });
  await moveAttempt(tx, { attemptId: attempt.id, to: "paid", intentId: charge.intentId });
  await recordAction(tx, {
    actor: FROM_STRIPE,
    action: "card_charge.receive",
    subject: { kind: "payment", id: payment.id },
    after: { chargeId: charge.id, amountVnd, reason },
  });
  const isSecond = payment.status === "paid" && reason === "refund_due";
  if (!isSecond || amountVnd >= TWO_PERSON_FROM_VND) return;
  await holdCardRefund(tx, FROM_STRIPE, {
    chargeId: charge.id,
    checkoutId: attempt.checkoutId,
    amountVnd,
    cause: "duplicate",
    status: "sending",
  });
}

async function bookFee(tx: Transaction, fee: { chargeId: string; feeVnd: number }) {
  const { chargeId, feeVnd } = fee;
  const charge = await loadCharge(tx, chargeId);
  if (charge?.feeVnd !== null) return;
  await noteChargeFee(tx, fee);
  if (feeVnd === 0) return;
  await postTransfer(tx, {
    key: `card_charge:${chargeId}:fee`,
    debit: { kind: "gateway_fees" },
    credit: { kind: "card_clearing" },
    amountVnd: vnd(feeVnd),
    reason: "card_fee",
    reference: { kind: "card_charge", id: chargeId },
  });
}
