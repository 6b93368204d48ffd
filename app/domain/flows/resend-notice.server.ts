import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  resendNotice as resend,
  type ResendNoticeCode,
} from "~/domain/notices/resend-notice.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department sends again what no channel took, with its audit entry; asked for twice it is done once. */
export async function resendNotice(
  actor: Actor,
  input: { noticeId: string },
): Promise<Result<null, ResendNoticeCode>> {
  return inTransaction(async (tx) => {
    const sent = await resend(tx, input.noticeId);
    if (!sent.ok) return sent;
    if (sent.value.hasChanged) {
      await recordAction(tx, {
        actor,
        action: "notice.resend",
        subject: { kind: "notice", id: input.noticeId },
        before: { status: sent.value.from },
        after: { status: "waiting" },
      });
    }
    return succeed(null);
  });
}
