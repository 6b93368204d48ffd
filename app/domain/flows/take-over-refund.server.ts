import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { proposeStrayRefund } from "~/domain/payments/propose-stray-refund.server";
import { loadStrayRefund } from "~/domain/payments/queries-strays-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { bookStrayRefund } from "./book-stray-refund.server";
import { mayRefundAlone } from "./may-refund-alone.server";

export type TakeOverRefundCode =
  "card_refund_not_found" | "move_not_allowed" | "card_refund_waiting";

/**
 * An officer takes a refund that somebody made on the provider's own pages into our books, and says why it was made. Where
 * a refund of that sum needs two people this one does too, and waits. Saying it again changes nothing.
 */
export async function takeOverRefund(
  actor: UserActor,
  input: { strayId: string; note: string },
): Promise<Result<{ status: "waits" | "booked" }, TakeOverRefundCode>> {
  const { strayId, note } = input;
  const { userId } = actor;
  return inTransaction(async (tx) => {
    const stray = await loadStrayRefund(tx, strayId);
    if (!stray) return fail("card_refund_not_found");
    if (stray.refundId !== null) return succeed({ status: "booked" });
    if (stray.status === "failed") return fail("move_not_allowed");
    if (stray.proposedById === userId) return succeed({ status: "waits" });
    if (stray.proposedById !== null) return fail("card_refund_waiting");
    const { checkoutId, amountVnd } = stray;
    const isAlone = await mayRefundAlone(tx, { userId, checkoutId, amountVnd });
    await proposeStrayRefund(tx, { strayId, by: { userId, note } });
    if (isAlone) {
      const people = { preparedById: userId, approvedById: null };
      await bookStrayRefund(tx, actor, { ...stray, note, people });
      return succeed({ status: "booked" });
    }
    await recordAction(tx, {
      actor,
      action: "card_refund.propose_take_over",
      subject: { kind: "stray_refund", id: strayId },
      after: { checkoutId, amountVnd, note },
    });
    return succeed({ status: "waits" });
  });
}
