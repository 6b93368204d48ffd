import { eq } from "drizzle-orm";
import { cardRefunds } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { canMoveRefund, type CardRefundStatus } from "./card-status";
import { loadCardRefund } from "./queries-cards-records.server";

/**
 * Moves a refund forward; answers whether it moved. Its money is for the caller to post. What the provider itself called
 * failed stays so, because an older answer of its may come later.
 */
export async function moveCardRefund(
  tx: Transaction,
  move: {
    refundId: string;
    to: CardRefundStatus;
    providerRefundId?: string | null;
    approvedById?: string;
  },
): Promise<boolean> {
  const { refundId, to, approvedById } = move;
  const refund = await loadCardRefund(tx, refundId);
  if (!refund || !canMoveRefund(refund.status, to)) return false;
  if (refund.status === "failed" && refund.providerRefundId !== null) return false;
  await tx
    .update(cardRefunds)
    .set({
      status: to,
      providerRefundId: refund.providerRefundId ?? move.providerRefundId ?? null,
      ...(approvedById === undefined ? {} : { approvedById }),
      ...(to === "sending" ? { sentAt: now() } : {}),
    })
    .where(eq(cardRefunds.id, refundId));
  return true;
}
