import { eq } from "drizzle-orm";
import { bankTransactions } from "~db/schema/payments";
import type { Transaction } from "~/platform/db.server";
import type { BankTransactionReason, BankTransactionStatus } from "./payment-status";

/** What we make of a line of the inbox; its evidence stays as it came. */
export async function classifyBankTransaction(
  tx: Transaction,
  input: {
    bankTransactionId: string;
    status: BankTransactionStatus;
    reason: BankTransactionReason;
    paymentId: string | null;
  },
): Promise<void> {
  const { bankTransactionId, ...judgement } = input;
  await tx
    .update(bankTransactions)
    .set(judgement)
    .where(eq(bankTransactions.id, bankTransactionId));
}
