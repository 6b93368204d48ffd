import { and, eq, isNull } from "drizzle-orm";
import { cardCharges } from "~db/schema/payments-cards";
import type { Transaction } from "~/platform/db.server";

/** What the provider took of a charge, which it may tell later than the charge. */
export async function noteChargeFee(
  tx: Transaction,
  { chargeId, feeVnd }: { chargeId: string; feeVnd: number },
): Promise<void> {
  await tx
    .update(cardCharges)
    .set({ feeVnd })
    .where(and(eq(cardCharges.id, chargeId), isNull(cardCharges.feeVnd)));
}
