import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { classifyBankTransaction } from "~/domain/payments/classify-bank-transaction.server";
import type {
  BankTransactionReason,
  BankTransactionStatus,
} from "~/domain/payments/payment-status";
import {
  recordBankTransaction,
  type RecordedBankTransaction,
} from "~/domain/payments/record-bank-transaction.server";
import { mayBeKnown } from "~/domain/payments/find-told-line.server";
import type { BankNotice } from "~/domain/payments/bank-notice";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { unreachable } from "~/platform/invariant";
import { logger } from "~/platform/logger.server";
import { succeed, type Result } from "~/platform/result";
import { applyMoney } from "./apply-money.server";
import { payDisbursement } from "./pay-disbursement.server";
import { readNotice, type NoticeReading } from "./read-notice.server";
import { FROM_BANK } from "./record-receipt.server";

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
 * The same line again changes nothing, whichever provider tells it; its id with other content is kept apart and logged.
 */
export async function receiveBankNotice(
  input: BankNoticeInput,
): Promise<Result<ReceivedBankNotice>> {
  const received = await inTransaction((tx) => receiveInTransaction(tx, input));
  if (received.kind === "conflict") {
    logger.warn("a bank transaction came again with other content", {
      provider: input.notice.provider,
      bankTransactionId: received.bankTransactionId,
    });
  }
  return succeed(received);
}

/** The same within a transaction of the caller's, who has more to write with it or only wants to know. */
export async function receiveInTransaction(
  tx: Transaction,
  input: BankNoticeInput,
): Promise<ReceivedBankNotice> {
  const { notice } = input;
  const recorded = await recordBankTransaction(tx, input);
  const { kind, bankTransactionId, contentHash } = recorded;
  const actor: Actor = { kind: "provider", name: notice.provider };
  const subject = { kind: "bank_transaction", id: bankTransactionId } as const;
  switch (recorded.kind) {
    case "duplicate":
    case "sighting":
      return { kind, bankTransactionId, judgement: null };
    case "conflict": {
      const after = { contentHash };
      await recordAction(tx, { actor, action: "bank_transaction.conflict", subject, after });
      return { kind, bankTransactionId, judgement: null };
    }
    case "recorded": {
      const found = await readNotice(tx, notice);
      const isDoubtful =
        found.kind === "payment" &&
        recorded.othersTell &&
        (await mayBeKnown(tx, { notice, bankTransactionId }));
      const reading: NoticeReading = isDoubtful
        ? { kind: "suspense", reason: "may_be_known", paymentId: found.payment.id }
        : found;
      const judgement = await judge(tx, reading, { notice, bankTransactionId, actor });
      const paymentId = paymentIdOf(reading);
      await classifyBankTransaction(tx, { bankTransactionId, ...judgement, paymentId });
      const after = { ...judgement, paymentId, amountVnd: notice.amountVnd };
      await recordAction(tx, { actor, action: "bank_transaction.receive", subject, after });
      return { kind, bankTransactionId, judgement };
    }
    default:
      return unreachable(recorded);
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
      await holdInSuspense(tx, line);
      return { status: "suspense", reason: reading.reason };
    case "payment": {
      const { bankTransactionId, actor, notice } = line;
      const evidence = { kind: "bank_transaction", id: bankTransactionId } as const;
      const money = { evidence, actor, amountVnd: notice.amountVnd, from: FROM_BANK };
      return { status: "matched", reason: await applyMoney(tx, reading.payment, money) };
    }
    case "disbursement": {
      const { bankTransactionId, actor } = line;
      await payDisbursement(tx, actor, { disbursement: reading.disbursement, bankTransactionId });
      return { status: "matched", reason: "disbursed" };
    }
    default:
      return unreachable(reading);
  }
}

/** Money that came or went, and nobody knows yet what for. */
async function holdInSuspense(tx: Transaction, { notice, bankTransactionId }: Line) {
  const { amountVnd } = notice;
  const reference = { kind: "bank_transaction", id: bankTransactionId } as const;
  const key = `bank_transaction:${bankTransactionId}`;
  await postTransfer(
    tx,
    notice.direction === "in"
      ? {
          key: `${key}:receipt`,
          debit: { kind: "bank" },
          credit: { kind: "suspense" },
          amountVnd,
          reason: "bank_receipt",
          reference,
        }
      : {
          key: `${key}:outflow`,
          debit: { kind: "outflow" },
          credit: { kind: "bank" },
          amountVnd,
          reason: "bank_outflow",
          reference,
        },
  );
}
