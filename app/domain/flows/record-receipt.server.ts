import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";

/**
 * Whence a buyer's money is booked: as the bank reports it, out of suspense once a person has said whose it is, or as a
 * card was charged.
 */
export type ReceiptSource =
  { kind: "bank" } | { kind: "suspense"; allocationPartId: string } | { kind: "card_clearing" };
export const FROM_BANK: ReceiptSource = { kind: "bank" };
export const FROM_CARD: ReceiptSource = { kind: "card_clearing" };

/** By what it is proved: a line of the inbox, or a charge that the card provider has told. */
export type MoneyEvidence = { kind: "bank_transaction" | "card_charge"; id: string };

const REASONS = {
  bank: "bank_receipt",
  suspense: "receipt_allocated",
  card_clearing: "card_received",
} as const;

export type Receipt = {
  evidence: MoneyEvidence;
  checkoutId: string;
  amountVnd: Vnd;
  /** What of it is not applied to anything due. */
  excessVnd: Vnd;
  from: ReceiptSource;
};

/** Posts a buyer's money: all of it received, and what nothing is due for owed back at once. */
export async function recordReceipt(tx: Transaction, receipt: Receipt): Promise<void> {
  const { evidence: reference, checkoutId, amountVnd, excessVnd, from } = receipt;
  const buyer = { kind: "buyer", ownerId: checkoutId } as const;
  const key =
    from.kind === "suspense"
      ? `allocation_part:${from.allocationPartId}`
      : `${reference.kind}:${reference.id}`;
  await postTransfer(tx, {
    key: `${key}:receipt`,
    debit: { kind: from.kind },
    credit: buyer,
    amountVnd,
    reason: REASONS[from.kind],
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
