import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";

export type Receipt = {
  bankTransactionId: string;
  checkoutId: string;
  amountVnd: Vnd;
  /** What of it is not applied to anything due. */
  excessVnd: Vnd;
};

/** Posts a buyer's transfer: all of it received, and what nothing is due for owed back at once. */
export async function recordReceipt(tx: Transaction, receipt: Receipt): Promise<void> {
  const { bankTransactionId, checkoutId, amountVnd, excessVnd } = receipt;
  const reference = { kind: "bank_transaction", id: bankTransactionId } as const;
  const buyer = { kind: "buyer", ownerId: checkoutId } as const;
  await postTransfer(tx, {
    key: `bank_transaction:${bankTransactionId}:receipt`,
    debit: { kind: "bank" },
    credit: buyer,
    amountVnd,
    reason: "bank_receipt",
    reference,
  });
  if (excessVnd === 0) return;
  await postTransfer(tx, {
    key: `bank_transaction:${bankTransactionId}:excess`,
    debit: buyer,
    credit: { kind: "refund_due", ownerId: checkoutId },
    amountVnd: excessVnd,
    reason: "excess_to_refund",
    reference,
  });
}
