import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isCashless } from "~/domain/orders/payment-methods";
import { applyCapture } from "~/domain/payments/apply-capture.server";
import { classifyBankTransaction } from "~/domain/payments/classify-bank-transaction.server";
import {
  decideMatchOutcome,
  type MatchOutcome,
  type PayableState,
} from "~/domain/payments/match-outcome";
import type {
  BankTransactionReason,
  BankTransactionStatus,
} from "~/domain/payments/payment-status";
import {
  recordBankTransaction,
  type RecordedBankTransaction,
} from "~/domain/payments/record-bank-transaction.server";
import type { BankNotice } from "~/domain/payments/bank-notice";
import type { PaymentRecord } from "~/domain/payments/types";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { InvariantError, unreachable } from "~/platform/invariant";
import { logger } from "~/platform/logger.server";
import { succeed, type Result } from "~/platform/result";
import { acceptPaidCheckout } from "./accept-paid-checkout.server";
import { readNotice, type NoticeReading } from "./read-notice.server";
import { recordReceipt } from "./record-receipt.server";
import { reviveStock } from "./revive-stock.server";

export type BankNoticeInput = { notice: BankNotice; rawBody: string };
export type ReceivedBankNotice = {
  kind: RecordedBankTransaction["kind"];
  bankTransactionId: string;
  /** What was made of it; null when nothing was, because it was there before. */
  judgement: Judgement | null;
};
type Judgement = { status: BankTransactionStatus; reason: BankTransactionReason };
type Line = { notice: BankNotice; bankTransactionId: string; actor: Actor };

/**
 * Takes in one line that a bank reported: evidence, match, ledger, payment, orders and what follows from them
 * are one transaction, so a provider may be told 2xx when this returns. Whoever calls has checked who sent it.
 * The same line again changes nothing; its id with other content is kept apart and logged.
 */
export async function receiveBankNotice(
  input: BankNoticeInput,
): Promise<Result<ReceivedBankNotice>> {
  const received = await inTransaction((tx) => receive(tx, input));
  if (received.kind === "conflict") {
    logger.warn("a bank transaction came again with other content", {
      provider: input.notice.provider,
      bankTransactionId: received.bankTransactionId,
    });
  }
  return succeed(received);
}

async function receive(tx: Transaction, input: BankNoticeInput): Promise<ReceivedBankNotice> {
  const { notice } = input;
  const { kind, bankTransactionId, contentHash } = await recordBankTransaction(tx, input);
  const actor: Actor = { kind: "provider", name: notice.provider };
  const subject = { kind: "bank_transaction", id: bankTransactionId };
  switch (kind) {
    case "duplicate":
      return { kind, bankTransactionId, judgement: null };
    case "conflict": {
      const after = { contentHash };
      await recordAction(tx, { actor, action: "bank_transaction.conflict", subject, after });
      return { kind, bankTransactionId, judgement: null };
    }
    case "recorded": {
      const reading = await readNotice(tx, notice);
      const judgement = await judge(tx, reading, { notice, bankTransactionId, actor });
      const paymentId = paymentIdOf(reading);
      await classifyBankTransaction(tx, { bankTransactionId, ...judgement, paymentId });
      const after = { ...judgement, paymentId, amountVnd: notice.amountVnd };
      await recordAction(tx, { actor, action: "bank_transaction.receive", subject, after });
      return { kind, bankTransactionId, judgement };
    }
    default:
      return unreachable(kind);
  }
}

function paymentIdOf(reading: NoticeReading): string | null {
  if (reading.kind === "payment") return reading.payment.id;
  return reading.kind === "suspense" ? reading.paymentId : null;
}

async function judge(tx: Transaction, reading: NoticeReading, line: Line): Promise<Judgement> {
  switch (reading.kind) {
    case "ignored":
      return { status: "ignored", reason: reading.reason };
    case "suspense":
      await postTransfer(tx, {
        key: `bank_transaction:${line.bankTransactionId}:receipt`,
        debit: { kind: "bank" },
        credit: { kind: "suspense" },
        amountVnd: line.notice.amountVnd,
        reason: "bank_receipt",
        reference: { kind: "bank_transaction", id: line.bankTransactionId },
      });
      return { status: "suspense", reason: reading.reason };
    case "payment":
      return { status: "matched", reason: await applyMoney(tx, reading.payment, line) };
    default:
      return unreachable(reading);
  }
}

/** The table of payments.md, 3: what money for this payment does to it. */
async function applyMoney(
  tx: Transaction,
  payment: PaymentRecord,
  line: Line,
): Promise<BankTransactionReason> {
  const outcome = decideMatchOutcome({
    dueVnd: payment.dueVnd,
    capturedVnd: payment.capturedVnd,
    amountVnd: line.notice.amountVnd,
    state: stateOf(payment),
  });
  switch (outcome.kind) {
    case "refund_due":
      return owe(tx, payment, line);
    case "partially_paid":
      await capture(tx, payment, { line, outcome });
      return "partially_paid";
    case "paid":
    case "overpaid":
      await capture(tx, payment, { line, outcome });
      await acceptPaidCheckout(tx, line.actor, payment.checkoutId);
      return outcome.kind;
    case "late": {
      // Short and late revives nothing: what came before the deadline is owed back already.
      const isComplete = outcome.appliedVnd === payment.dueVnd - payment.capturedVnd;
      if (!isComplete || !(await reviveStock(tx, payment.checkoutId))) {
        return owe(tx, payment, line);
      }
      await capture(tx, payment, { line, outcome });
      await acceptPaidCheckout(tx, line.actor, payment.checkoutId);
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
      return isCashless(method) ? "expired" : "cancelled";
    case "cancelled":
      return "cancelled";
    case "on_delivery":
      throw new InvariantError("cash at the door awaits no transfer");
  }
}

async function capture(
  tx: Transaction,
  payment: PaymentRecord,
  { line, outcome }: { line: Line; outcome: MatchOutcome },
) {
  await recordReceipt(tx, {
    bankTransactionId: line.bankTransactionId,
    checkoutId: payment.checkoutId,
    amountVnd: line.notice.amountVnd,
    excessVnd: outcome.excessVnd,
  });
  await applyCapture(tx, { paymentId: payment.id, amountVnd: outcome.appliedVnd });
}

/** Nothing to pay for: all of it is owed to the buyer. */
async function owe(
  tx: Transaction,
  payment: PaymentRecord,
  line: Line,
): Promise<BankTransactionReason> {
  await recordReceipt(tx, {
    bankTransactionId: line.bankTransactionId,
    checkoutId: payment.checkoutId,
    amountVnd: line.notice.amountVnd,
    excessVnd: line.notice.amountVnd,
  });
  return "refund_due";
}
