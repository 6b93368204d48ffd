import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CardRefundCause } from "~/domain/payments/card-status";
import { recordCardRefund } from "~/domain/payments/record-card-refund.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";

export type CardRefundToHold = {
  chargeId: string;
  checkoutId: string;
  amountVnd: Vnd;
  cause: CardRefundCause;
  status: "prepared" | "sending";
};

/**
 * Writes down a refund to a card. Once it is to be sent its amount is no longer owed, so that nobody pays it by transfer
 * too; sent it is by the timer, under its own id as the key. Answers its id.
 */
export async function holdCardRefund(
  tx: Transaction,
  actor: Actor,
  refund: CardRefundToHold,
): Promise<string> {
  const { checkoutId, ...row } = refund;
  const id = await recordCardRefund(tx, { ...row, preparedById: actorIdOf(actor) });
  if (row.status === "sending")
    await postCardRefund(tx, { id, checkoutId, amountVnd: row.amountVnd });
  await recordAction(tx, {
    actor,
    action: "card_refund.prepare",
    subject: { kind: "card_refund", id },
    after: row,
  });
  return id;
}

/** From what is owed to the buyer to the card; `again` where we had taken it back. */
export async function postCardRefund(
  tx: Transaction,
  refund: { id: string; checkoutId: string; amountVnd: Vnd },
  which: "first" | "again" = "first",
): Promise<void> {
  await postTransfer(tx, {
    key: `card_refund:${refund.id}${which === "again" ? ":again" : ""}`,
    debit: { kind: "refund_due", ownerId: refund.checkoutId },
    credit: { kind: "card_clearing" },
    amountVnd: refund.amountVnd,
    reason: "card_refunded",
    reference: { kind: "card_refund", id: refund.id },
  });
}
