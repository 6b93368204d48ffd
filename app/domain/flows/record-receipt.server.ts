import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";

/** Whence a buyer's money is booked: as the bank reports it, or out of suspense once a person has said whose it is. */
export type ReceiptSource = { kind: "bank" } | { kind: "suspense"; allocationPartId: string };
export const FROM_BANK: ReceiptSource = { kind: "bank" };

export type Receipt = {
  bankTransactionId: string;
  checkoutId: string;
  amountVnd: Vnd;
  /** What of it is not applied to anything due. */
  excessVnd: Vnd;
  from: ReceiptSource;
};

/** Posts a buyer's transfer: all of it received, and what nothing is due for owed back at once. */
export async function recordReceipt(tx: Transaction, receipt: Receipt): Promise<void> {
  const { bankTransactionId, checkoutId, amountVnd, excessVnd, from } = receipt;
  const reference = { kind: "bank_transaction", id: bankTransactionId } as const;
  const buyer = { kind: "buyer", ownerId: checkoutId } as const;
  const key =
    from.kind === "bank"
      ? `bank_transaction:${bankTransactionId}`
      : `allocation_part:${from.allocationPartId}`;
  await postTransfer(tx, {
    key: `${key}:receipt`,
    debit: { kind: from.kind },
    credit: buyer,
    amountVnd,
    reason: from.kind === "bank" ? "bank_receipt" : "receipt_allocated",
    reference,
  });
  if (excessVnd === 0) return;
  await postTransfer(tx, {
    key: `${key}:excess`,
    debit: buyer,
    credit: { kind: "refund_due", ownerId: checkoutId },
    amountVnd: excessVnd,
    reason: "excess_to_refund",
    reference,
  });
}
