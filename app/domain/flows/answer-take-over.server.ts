import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { proposeStrayRefund } from "~/domain/payments/propose-stray-refund.server";
import { loadStrayRefund } from "~/domain/payments/queries-strays-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { bookStrayRefund } from "./book-stray-refund.server";

export type AnswerTakeOverCode =
  "card_refund_not_found" | "form_outdated" | "move_not_allowed" | "second_person_needed";

/**
 * The second person's word on a refund that another wants taken into our books; refusing may the first too. `note` is the
 * reason that was shown.
 */
export async function answerTakeOver(
  actor: UserActor,
  input: { strayId: string; note: string; decision: "agree" | "refuse" },
): Promise<Result<null, AnswerTakeOverCode>> {
  const { strayId, note, decision } = input;
  return inTransaction(async (tx) => {
    const stray = await loadStrayRefund(tx, strayId);
    if (!stray) return fail("card_refund_not_found");
    const { proposedById, checkoutId } = stray;
    if (stray.refundId !== null) {
      return decision === "agree" ? succeed(null) : fail("move_not_allowed");
    }
    if (proposedById === null || stray.note !== note) return fail("form_outdated");
    if (decision === "agree") {
      if (proposedById === actor.userId) return fail("second_person_needed");
      if (stray.status === "failed") return fail("move_not_allowed");
      const people = { preparedById: proposedById, approvedById: actor.userId };
      await bookStrayRefund(tx, actor, { ...stray, people });
      return succeed(null);
    }
    await proposeStrayRefund(tx, { strayId, by: null });
    await recordAction(tx, {
      actor,
      action: "card_refund.refuse_take_over",
      subject: { kind: "stray_refund", id: strayId },
      before: { checkoutId, note },
    });
    return succeed(null);
  });
}
