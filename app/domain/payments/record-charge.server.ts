import { cardCharges } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { BankTransactionReason } from "./payment-status";

/** Keeps what a card has paid and what that did to the payment. */
export async function recordCharge(
  tx: Transaction,
  charge: {
    id: string;
    attemptId: string;
    intentId: string;
    amountVnd: number;
    reason: BankTransactionReason;
  },
): Promise<void> {
  await tx.insert(cardCharges).values({ ...charge, receivedAt: now() });
}
