import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { noteUnreadableOutcome } from "~/domain/payments/note-unreadable-outcome.server";
import { isUnreadableSettled } from "~/domain/payments/queries-unreadable.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type SettleUnreadableCode = "unreadable_not_found" | "unreadable_settled";

/**
 * An officer says what came of a notice that could not be read, once. It moves no money: a transfer behind it comes in
 * by the bank's list or statement.
 */
export async function settleUnreadableNotice(
  actor: UserActor,
  { noticeId, outcome }: { noticeId: string; outcome: string },
): Promise<Result<null, SettleUnreadableCode>> {
  return inTransaction(async (tx) => {
    const isSettled = await isUnreadableSettled(tx, noticeId);
    if (isSettled === null) return fail("unreadable_not_found");
    if (isSettled) return fail("unreadable_settled");
    await noteUnreadableOutcome(tx, { noticeId, outcome, notedById: actor.userId });
    await recordAction(tx, {
      actor,
      action: "unreadable_notice.settle",
      subject: { kind: "unreadable_notice", id: noticeId },
      after: { outcome },
    });
    return succeed(null);
  });
}
