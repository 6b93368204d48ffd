import { and, eq, lt } from "drizzle-orm";
import { cardDisputes } from "~db/schema/payments-cards";
import type { Transaction } from "~/platform/db.server";

/** Notes all that the provider has taken for a dispute by now; less than before changes nothing. */
export async function noteDisputeFee(
  tx: Transaction,
  { disputeId, feeVnd }: { disputeId: string; feeVnd: number },
): Promise<void> {
  await tx
    .update(cardDisputes)
    .set({ feeVnd })
    .where(and(eq(cardDisputes.id, disputeId), lt(cardDisputes.feeVnd, feeVnd)));
}
