import { recordAction } from "~/domain/audit/record-action.server";
import { listDisputesOf } from "~/domain/payments/queries-disputes-records.server";
import { listStraysOf } from "~/domain/payments/queries-strays-records.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { balanceOf, sumLoss } from "~/domain/settlement/queries.server";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { FROM_STRIPE } from "./take-charge.server";

type Loss = { kind: "card_dispute" | "card_refund"; id: string };

/**
 * What a cardholder's bank took back in a dispute that we lost, or somebody gave back to the card outside our books, its
 * buyer has: so much less is owed to the buyer, and so much less is our loss. May be called at any time, and takes only
 * what is owed by then.
 */
export async function setOffDisputes(tx: Transaction, checkoutId: string): Promise<void> {
  for (const { id, status, amountVnd } of await listDisputesOf(tx, checkoutId)) {
    if (status !== "lost") continue;
    const loss = { kind: "card_dispute", id } as const;
    const doneVnd = amountVnd - (await sumLoss(tx, loss));
    await setOff(tx, { checkoutId, loss, key: `card_dispute:${id}:set_off:${doneVnd}` });
  }
  for (const { refundId } of await listStraysOf(tx, checkoutId)) {
    if (refundId === null) continue;
    const loss = { kind: "card_refund", id: refundId } as const;
    const lossVnd = await sumLoss(tx, loss);
    await setOff(tx, { checkoutId, loss, key: `card_refund:${refundId}:set_off:${lossVnd}` });
  }
}

async function setOff(
  tx: Transaction,
  { checkoutId, loss, key }: { checkoutId: string; loss: Loss; key: string },
) {
  const owedVnd = await balanceOf({ kind: "refund_due", ownerId: checkoutId }, tx);
  const setOffVnd = Math.min(await sumLoss(tx, loss), owedVnd);
  if (setOffVnd <= 0) return;
  await postTransfer(tx, {
    key,
    debit: { kind: "refund_due", ownerId: checkoutId },
    credit: { kind: "dispute_losses" },
    amountVnd: vnd(setOffVnd),
    reason: "dispute_set_off",
    reference: loss,
  });
  await recordAction(tx, {
    actor: FROM_STRIPE,
    action: `${loss.kind}.set_off`,
    subject: loss,
    after: { checkoutId, amountVnd: setOffVnd },
  });
}
