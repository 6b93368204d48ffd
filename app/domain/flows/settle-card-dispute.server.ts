import { recordAction } from "~/domain/audit/record-action.server";
import type { CardDispute } from "~/domain/payments/card-provider";
import { closeCardDispute } from "~/domain/payments/close-card-dispute.server";
import { loadCharge } from "~/domain/payments/queries-cards-records.server";
import { loadCardDispute } from "~/domain/payments/queries-disputes-records.server";
import { noteDisputeFee } from "~/domain/payments/note-dispute-fee.server";
import { recordCardDispute } from "~/domain/payments/record-card-dispute.server";
import type { NewTransfer } from "~/domain/settlement/post-transfer.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { vnd } from "~/platform/money";
import { setOffDisputes } from "./set-off-disputes.server";
import { FROM_STRIPE } from "./take-charge.server";

/**
 * Books how a dispute stands: while it is open the provider holds the money back, won it is ours again, lost it is gone.
 * What the provider took for it is a fee either way, also what it takes later, when we answer the bank or lose: each time
 * what is more than before. Its charge has to be booked before.
 */
export async function settleCardDispute(tx: Transaction, dispute: CardDispute): Promise<void> {
  // Only a question of the bank's so far.
  if (!dispute.hasTakenMoney || (await loadCharge(tx, dispute.chargeId)) === null) return;
  const { id, chargeId, feeVnd, status } = dispute;
  const amountVnd = vnd(dispute.amount);
  const known = await loadCardDispute(tx, id);
  const post = (
    name: "opened" | "won" | "lost" | `fee${string}`,
    rest: Omit<NewTransfer, "key" | "reference">,
  ) =>
    postTransfer(tx, {
      key: `card_dispute:${id}:${name}`,
      reference: { kind: "card_dispute", id },
      ...rest,
    });
  const hold = { kind: "dispute_hold" } as const;
  const clearing = { kind: "card_clearing" } as const;
  if (!known) {
    await recordCardDispute(tx, { id, chargeId, amountVnd, feeVnd });
    await post("opened", { debit: hold, credit: clearing, amountVnd, reason: "dispute_opened" });
    logger.warn("a card's payment is disputed", { disputeId: id, amountVnd });
  }
  const bookedVnd = known?.feeVnd ?? 0;
  if (feeVnd > bookedVnd) {
    await noteDisputeFee(tx, { disputeId: id, feeVnd });
    await post(bookedVnd === 0 ? "fee" : `fee:${feeVnd}`, {
      debit: { kind: "gateway_fees" },
      credit: clearing,
      amountVnd: vnd(feeVnd - bookedVnd),
      reason: "card_fee",
    });
  }
  if (status === "open" || (known && known.status !== "open")) {
    if (!known) await note(tx, id, { status: "open", amountVnd });
    return;
  }
  await closeCardDispute(tx, { disputeId: id, status });
  await (status === "won"
    ? post("won", { debit: clearing, credit: hold, amountVnd, reason: "dispute_won" })
    : post("lost", {
        debit: { kind: "dispute_losses" },
        credit: hold,
        amountVnd,
        reason: "dispute_lost",
      }));
  await note(tx, id, { status, amountVnd });
  const charge = status === "lost" ? await loadCharge(tx, chargeId) : null;
  if (charge !== null) await setOffDisputes(tx, charge.checkoutId);
}

function note(tx: Transaction, id: string, after: { status: string; amountVnd: number }) {
  return recordAction(tx, {
    actor: FROM_STRIPE,
    action: "card_dispute.settle",
    subject: { kind: "card_dispute", id },
    after,
  });
}
