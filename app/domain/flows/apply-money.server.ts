import type { Actor } from "~/domain/audit/actor";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { applyCapture } from "~/domain/payments/apply-capture.server";
import {
  decideMatchOutcome,
  type MatchOutcome,
  type PayableState,
} from "~/domain/payments/match-outcome";
import type { BankTransactionReason } from "~/domain/payments/payment-status";
import type { PaymentRecord } from "~/domain/payments/types";
import type { Transaction } from "~/platform/db.server";
import { unreachable } from "~/platform/invariant";
import type { Vnd } from "~/platform/money";
import { acceptPaidCheckout } from "./accept-paid-checkout.server";
import { recordReceipt, type ReceiptSource } from "./record-receipt.server";
import { reviveStock } from "./revive-stock.server";

/** Money of a bank's line that is for one payment: all of the line as it came, or a part that a person said. */
export type MoneyForPayment = {
  bankTransactionId: string;
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
      await capture(tx, payment, { money, outcome });
      return "partially_paid";
    case "paid":
    case "overpaid":
      await capture(tx, payment, { money, outcome });
      await acceptPaidCheckout(tx, money.actor, payment.checkoutId);
      return outcome.kind;
    case "late": {
      // Short and late revives nothing: what came before the deadline is owed back already.
      const isComplete = outcome.appliedVnd === payment.dueVnd - payment.capturedVnd;
      if (!isComplete || !(await reviveStock(tx, payment.checkoutId))) {
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
      return "open";
    case "paid":
      return "paid";
    case "expired": // at the door its orders fell through: no late money revives them
      return isPaidAtDoor(method) ? "cancelled" : "expired";
    case "cancelled":
      return "cancelled";
    case "on_delivery": // a person said that it is this buyer's; the cash is taken at the door all the same
      return "cancelled";
  }
}

async function capture(
  tx: Transaction,
  payment: PaymentRecord,
  { money, outcome }: { money: MoneyForPayment; outcome: MatchOutcome },
) {
  await recordReceipt(tx, {
    bankTransactionId: money.bankTransactionId,
    checkoutId: payment.checkoutId,
    amountVnd: money.amountVnd,
    excessVnd: outcome.excessVnd,
    from: money.from,
  });
  await applyCapture(tx, { paymentId: payment.id, amountVnd: outcome.appliedVnd });
}

/** Nothing to pay for: all of it is owed to the buyer. */
async function owe(
  tx: Transaction,
  payment: PaymentRecord,
  money: MoneyForPayment,
): Promise<BankTransactionReason> {
  await recordReceipt(tx, {
    bankTransactionId: money.bankTransactionId,
    checkoutId: payment.checkoutId,
    amountVnd: money.amountVnd,
    excessVnd: money.amountVnd,
    from: money.from,
  });
  return "refund_due";
}
