import { eq } from "drizzle-orm";
import { cardRefunds, strayRefunds } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { StrayRefund } from "./types-cards";

/** From now on a stray refund is one of ours, as it stands at the provider. Answers its id; its money is for the caller. */
export async function recordStrayRefund(
  tx: Transaction,
  stray: StrayRefund,
  { preparedById, approvedById }: { preparedById: string; approvedById: string | null },
): Promise<string> {
  const id = newId("crf");
  await tx.insert(cardRefunds).values({
    id,
    chargeId: stray.chargeId,
    status: stray.status,
    cause: "owed",
    amountVnd: stray.amountVnd,
    providerRefundId: stray.id,
    preparedById,
    preparedAt: now(),
    approvedById,
    sentAt: stray.seenAt,
  });
  await tx.update(strayRefunds).set({ refundId: id }).where(eq(strayRefunds.id, stray.id));
  return id;
}
