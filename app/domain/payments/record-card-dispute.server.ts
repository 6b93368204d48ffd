import { cardDisputes } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Keeps that a cardholder's bank wants a charge back. */
export async function recordCardDispute(
  tx: Transaction,
  dispute: { id: string; chargeId: string; amountVnd: number; feeVnd: number },
): Promise<void> {
  await tx.insert(cardDisputes).values({ ...dispute, status: "open", openedAt: now() });
}
