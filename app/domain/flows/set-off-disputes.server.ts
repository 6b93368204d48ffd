import { recordAction } from "~/domain/audit/record-action.server";
import { listDisputesOf } from "~/domain/payments/queries-disputes-records.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { balanceOf, sumSetOff } from "~/domain/settlement/queries.server";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { FROM_STRIPE } from "./take-charge.server";

/**
 * What a cardholder's bank took back in a dispute that we lost, its buyer has: so much less is owed to the buyer, and so
 * much less is our loss. May be called at any time, and takes only what is owed by then.
 */
export async function setOffDisputes(tx: Transaction, checkoutId: string): Promise<void> {
  for (const { id, status, amountVnd } of await listDisputesOf(tx, checkoutId)) {
    if (status !== "lost") continue;
    const doneVnd = await sumSetOff(tx, id);
    const owedVnd = await balanceOf({ kind: "refund_due", ownerId: checkoutId }, tx);
    const setOffVnd = Math.min(amountVnd - doneVnd, owedVnd);
    if (setOffVnd <= 0) continue;
    await postTransfer(tx, {
      key: `card_dispute:${id}:set_off:${doneVnd}`,
      debit: { kind: "refund_due", ownerId: checkoutId },
      credit: { kind: "dispute_losses" },
      amountVnd: vnd(setOffVnd),
      reason: "dispute_set_off",
      reference: { kind: "card_dispute", id },
    });
    await recordAction(tx, {
      actor: FROM_STRIPE,
      action: "card_dispute.set_off",
      subject: { kind: "card_dispute", id },
      after: { checkoutId, amountVnd: setOffVnd },
    });
  }
}
