import { recordAction } from "~/domain/audit/record-action.server";
import type { CardRefundState } from "~/domain/payments/card-provider";
import { moveCardRefund } from "~/domain/payments/move-card-refund.server";
import type { CardRefundRecord } from "~/domain/payments/types-cards";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { balanceOf, sumLoss } from "~/domain/settlement/queries.server";
import type { Transaction } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { vnd } from "~/platform/money";
import { postCardRefund } from "./hold-card-refund.server";
import { FROM_STRIPE } from "./take-charge.server";

/**
 * Notes how a refund to a card stands at the provider; one that failed is owed again, to be paid another way. One that we
 * took for refused and that was done all the same is taken off what is owed. False: that is not owed any more, because it
 * was paid another way meanwhile, and a person has to look at it.
 */
export async function settleCardRefund(
  tx: Transaction,
  refund: CardRefundRecord,
  told: Pick<CardRefundState, "status"> & { id: string | null },
): Promise<boolean> {
  const { status } = told;
  const isDoneAfterAll =
    refund.status === "failed" && refund.providerRefundId === null && status !== "failed";
  if (isDoneAfterAll) {
    const owedVnd = await balanceOf({ kind: "refund_due", ownerId: refund.checkoutId }, tx);
    if (owedVnd < refund.amountVnd) return false;
  }
  const isMoved = await moveCardRefund(tx, {
    refundId: refund.id,
    to: status,
    providerRefundId: told.id,
  });
  if (!isMoved) return true;
  if (isDoneAfterAll) {
    const { id, checkoutId } = refund;
    await postCardRefund(tx, { id, checkoutId, amountVnd: vnd(refund.amountVnd) }, "again");
    logger.warn("a refund to a card that was called refused was done", { refundId: id });
  }
  if (status === "failed") {
    await postFailed(tx, refund, told.id === null ? "failed" : `failed:${told.id}`);
    logger.warn("a refund to a card failed", { refundId: refund.id });
  }
  await recordAction(tx, {
    actor: FROM_STRIPE,
    action: "card_refund.settle",
    subject: { kind: "card_refund", id: refund.id },
    before: { status: refund.status },
    after: { status },
  });
  return true;
}

/** Owed as before; of one that was made outside our books, what was our loss is none. */
async function postFailed(tx: Transaction, refund: CardRefundRecord, how: string) {
  const { id, checkoutId, amountVnd } = refund;
  const lossVnd = await sumLoss(tx, { kind: "card_refund", id });
  const parts = [
    { key: how, credit: { kind: "refund_due", ownerId: checkoutId }, partVnd: amountVnd - lossVnd },
    { key: `${how}:loss`, credit: { kind: "dispute_losses" }, partVnd: lossVnd },
  ] as const;
  for (const { key, credit, partVnd } of parts) {
    if (partVnd === 0) continue;
    await postTransfer(tx, {
      key: `card_refund:${id}:${key}`,
      debit: { kind: "card_clearing" },
      credit,
      amountVnd: vnd(partVnd),
      reason: "card_refund_failed",
      reference: { kind: "card_refund", id },
    });
  }
}
