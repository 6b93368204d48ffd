import { eq, sql } from "drizzle-orm";
import { bankTransactions } from "~db/schema/payments";
import { changeBuiltOnce, type Transaction } from "~/platform/db.server";
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
  await judge(tx).execute(input);
}

const judge = changeBuiltOnce((tx) =>
  tx
    .update(bankTransactions)
    .set({
      status: sql`${sql.placeholder("status")}`,
      reason: sql`${sql.placeholder("reason")}`,
      paymentId: sql`${sql.placeholder("paymentId")}`,
    })
    .where(eq(bankTransactions.id, sql.placeholder("bankTransactionId")))
    .prepare(),
);
