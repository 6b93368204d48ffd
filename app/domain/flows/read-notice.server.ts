import { findDisbursementCodes, findReferences } from "~/domain/payments/find-references";
import type { BankTransactionReason } from "~/domain/payments/payment-status";
import { findPaymentsByReference } from "~/domain/payments/queries-records.server";
import type { BankNotice } from "~/domain/payments/bank-notice";
import type { PaymentRecord } from "~/domain/payments/types";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import type { DisbursementRecord } from "~/domain/settlement/types-disbursements";
import { isWallet } from "~/domain/settlement/wallets";
import type { ReadDatabase } from "~/platform/db.server";
import { settings } from "~/platform/env.server";

export type NoticeReading =
  | {
      kind: "ignored";
      reason: Extract<BankTransactionReason, "not_positive" | "other_account">;
    }
  | {
      kind: "suspense";
      reason: Extract<
        BankTransactionReason,
        "no_reference" | "several_references" | "outgoing" | "disbursement_differs" | "may_be_known"
      >;
      paymentId: string | null;
    }
  | { kind: "payment"; payment: PaymentRecord }
  | { kind: "disbursement"; disbursement: DisbursementRecord };

/**
 * What money a reported line is: none of ours, for we do not know what, for this payment, or what we sent. Ours is the
 * account of today's settings, and the one that a payment was opened with before they changed.
 */
export async function readNotice(db: ReadDatabase, notice: BankNotice): Promise<NoticeReading> {
  if (notice.amountVnd <= 0) return { kind: "ignored", reason: "not_positive" };
  if (notice.direction === "out") return readOutflow(db, notice);
  const payments = await findPaymentsByReference(db, findReferences(notice.content));
  const ourAccounts = [
    settings().BANK_ACCOUNT_NUMBER,
    ...payments.map((payment) => payment.accountNumber),
  ];
  if (!ourAccounts.includes(notice.accountNumber)) {
    return { kind: "ignored", reason: "other_account" };
  }
  const [payment, second] = payments;
  if (!payment) return { kind: "suspense", reason: "no_reference", paymentId: null };
  if (second) return { kind: "suspense", reason: "several_references", paymentId: null };
  return { kind: "payment", payment };
}

async function readOutflow(db: ReadDatabase, notice: BankNotice): Promise<NoticeReading> {
  if (notice.accountNumber !== settings().BANK_ACCOUNT_NUMBER) {
    return { kind: "ignored", reason: "other_account" };
  }
  const codes = findDisbursementCodes(notice.content);
  const [disbursement, second] = await findDisbursementsByCode(db, codes);
  if (!disbursement) return { kind: "suspense", reason: "outgoing", paymentId: null };
  const isAwaited =
    !second &&
    disbursement.status === "approved" &&
    disbursement.amountVnd === notice.amountVnd &&
    !isWallet(disbursement.bankBin); // topping a wallet up pays nobody yet
  if (isAwaited) return { kind: "disbursement", disbursement };
  return { kind: "suspense", reason: "disbursement_differs", paymentId: null };
}
