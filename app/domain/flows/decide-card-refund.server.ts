import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { moveCardRefund } from "~/domain/payments/move-card-refund.server";
import { loadCardRefund } from "~/domain/payments/queries-cards-records.server";
import { findCardStop, type CardStop } from "~/domain/payments/queries-strays-records.server";
import type { CardRefundRecord } from "~/domain/payments/types-cards";
import { balanceOf } from "~/domain/settlement/queries.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { postCardRefund } from "./hold-card-refund.server";

export type DecideCardRefundCode =
  | "card_refund_not_found"
  | "move_not_allowed"
  | "second_person_needed"
  | CardStop
  | "amount_over_owed";

/** A second person agrees to a refund to a card, or somebody takes it back before. Answers whose it is. */
export async function decideCardRefund(
  actor: UserActor,
  input: { refundId: string; to: "approved" | "withdrawn" },
): Promise<Result<{ ownerId: string }, DecideCardRefundCode>> {
  return inTransaction(async (tx) => {
    const refund = await loadCardRefund(tx, input.refundId);
    if (!refund) return fail("card_refund_not_found");
    const { id: refundId, checkoutId, status } = refund;
    const to = input.to === "approved" ? "sending" : "withdrawn";
    const isDone = status === to || (to === "sending" && refund.sentAt !== null);
    if (isDone) return succeed({ ownerId: checkoutId });
    if (status !== "prepared") return fail("move_not_allowed");
    if (to === "sending") {
      const approved = await approve(tx, actor, refund);
      if (!approved.ok) return approved;
    } else {
      await moveCardRefund(tx, { refundId, to });
    }
    await recordAction(tx, {
      actor,
      action: to === "sending" ? "card_refund.approve" : "card_refund.withdraw",
      subject: { kind: "card_refund", id: refundId },
      before: { status },
      after: { status: to, amountVnd: refund.amountVnd },
    });
    return succeed({ ownerId: checkoutId });
  });
}

async function approve(
  tx: Transaction,
  actor: UserActor,
  refund: CardRefundRecord,
): Promise<Result<null, DecideCardRefundCode>> {
  const { id: refundId, checkoutId, preparedById } = refund;
  if (preparedById === actor.userId) return fail("second_person_needed");
  const stop = await findCardStop(tx, checkoutId);
  if (stop !== null) return fail(stop);
  const amountVnd = vnd(refund.amountVnd);
  const owedVnd = await balanceOf({ kind: "refund_due", ownerId: checkoutId }, tx);
  if (amountVnd > owedVnd) return fail("amount_over_owed", { owedVnd });
  const isMoved = await moveCardRefund(tx, {
    refundId,
    to: "sending",
    approvedById: actor.userId,
  });
  invariant(isMoved, "a prepared refund that does not move");
  await postCardRefund(tx, { id: refundId, checkoutId, amountVnd });
  return succeed(null);
}
