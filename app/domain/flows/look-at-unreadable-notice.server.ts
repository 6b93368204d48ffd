import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { openUnreadableNotice } from "~/domain/payments/queries-unreadable.server";
import type { UnreadableNoticeView } from "~/domain/payments/types-evidence";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A notice that nobody could read, as it came; each look is noted with who looked. */
export async function lookAtUnreadableNotice(
  actor: Actor,
  { noticeId }: { noticeId: string },
): Promise<Result<UnreadableNoticeView, "unreadable_not_found">> {
  return inTransaction(async (tx) => {
    const notice = await openUnreadableNotice(tx, noticeId);
    if (!notice) return fail("unreadable_not_found");
    await recordAction(tx, {
      actor,
      action: "unreadable_notice.look",
      subject: { kind: "unreadable_notice", id: noticeId },
    });
    return succeed(notice);
  });
}
