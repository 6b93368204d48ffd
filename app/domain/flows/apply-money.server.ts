import type { Actor } from "~/domain/audit/actor";
import { changeMethod } from "~/domain/orders/change-method.server";
import { lowerCash } from "~/domain/orders/lower-cash.server";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { applyCapture } from "~/domain/payments/apply-capture.server";
import { closeClaims } from "~/domain/payments/close-claims.server";
import {
  decideMatchOutcome,
  type MatchOutcome,
  type PayableState,
} from "~/domain/payments/match-outcome";
import type { BankTransactionReason } from "~/domain/payments/payment-status";
import { switchPayment } from "~/domain/payments/switch-payment.server";
import type { PaymentRecord } from "~/domain/payments/types";
import type { Transaction } from "~/platform/db.server";
import { invariant, unreachable } from "~/platform/invariant";
import type { Vnd } from "~/platform/money";
import { acceptPaidCheckout } from "./accept-paid-checkout.server";
import { recordReceipt, type MoneyEvidence, type ReceiptSource } from "./record-receipt.server";
import { reviveCheckout } from "./revive-checkout.server";

/** Money that is for one payment: of a bank's line all as it came, or a part that a person said; or of a card. */
export type MoneyForPayment = {
  evidence: MoneyEvidence;
  actor: Actor;
  amountVnd: Vnd;
  from: ReceiptSource;
};

/** The table of payments.md, 3: what money for this payment does to it. */
export async function applyMoney(
  tx: Transaction,
  payment: PaymentRecord,
  money: MoneyForPayment,
): Promise<BankTransactionReason> {
  const outcome = decideMatchOutcome({
    dueVnd: payment.dueVnd,
    capturedVnd: payment.capturedVnd,
    amountVnd: money.amountVnd,
    state: stateOf(payment),
  });
  switch (outcome.kind) {
    case "refund_due":
      return owe(tx, payment, money);
    case "partially_paid":
    case "paid":
    case "overpaid":
      await capture(tx, payment, { money, outcome });
      if (payment.status === "on_delivery") await payAtDoor(tx, payment, outcome);
      else if (outcome.kind !== "partially_paid") {
        await acceptPaidCheckout(tx, money.actor, payment.checkoutId);
      }
      return outcome.kind;
    case "late": {
      // Short and late revives nothing: what came before the deadline is owed back already.
      const isComplete = outcome.appliedVnd === payment.dueVnd - payment.capturedVnd;
      if (!isComplete || !(await reviveCheckout(tx, payment.checkoutId))) {
        return owe(tx, payment, money);
      }
      await capture(tx, payment, { money, outcome });
      await acceptPaidCheckout(tx, money.actor, payment.checkoutId);
      return "late_accepted";
    }
    default:
      return unreachable(outcome.kind);
  }
}

function stateOf({ status, method }: PaymentRecord): PayableState {
  switch (status) {
    case "open":
    case "partially_paid":
    case "on_delivery": // what has come is not taken at the door any more
      return "open";
    case "paid":
      return "paid";
    case "expired": // at the door its orders fell through: no late money revives them
      return isPaidAtDoor(method) ? "cancelled" : "expired";
    case "cancelled":
      return "cancelled";
  }
}

async function capture(
  tx: Transaction,
  payment: PaymentRecord,
  { money, outcome }: { money: MoneyForPayment; outcome: MatchOutcome },
) {
  await recordReceipt(tx, {
    evidence: money.evidence,
    checkoutId: payment.checkoutId,
    amountVnd: money.amountVnd,
    excessVnd: outcome.excessVnd,
    from: money.from,
  });
  await applyCapture(tx, payment, outcome.appliedVnd);
}

/** Its households have the orders already: so much less is to be taken at the door. */
async function payAtDoor(tx: Transaction, payment: PaymentRecord, outcome: MatchOutcome) {
  const { checkoutId } = payment;
  const leftVnd = await lowerCash(tx, { checkoutId, amountVnd: outcome.appliedVnd });
  invariant(leftVnd === 0, "more was due at the door than its orders say");
  if (payment.method === "cod") {
    await changeMethod(tx, { checkoutId, method: "vietqr_on_delivery" });
    await switchPayment(tx, { paymentId: payment.id, method: "vietqr_on_delivery" });
  }
  if (outcome.kind !== "partially_paid") await closeClaims(tx, checkoutId);
}

/** Nothing to pay for: all of it is owed to the buyer. */
async function owe(
  tx: Transaction,
  payment: PaymentRecord,
  money: MoneyForPayment,
): Promise<BankTransactionReason> {
  await recordReceipt(tx, {
    evidence: money.evidence,
    checkoutId: payment.checkoutId,
    amountVnd: money.amountVnd,
    excessVnd: money.amountVnd,
    from: money.from,
  });
  return "refund_due";
}
