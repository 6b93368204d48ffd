import { recordAction } from "~/domain/audit/record-action.server";
import {
  keepUnreadableNotice,
  type KeptUnreadableNotice,
  type UnreadableNotice,
} from "~/domain/payments/keep-unreadable-notice.server";
import { inTransaction } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { succeed, type Result } from "~/platform/result";

/**
 * Takes in a genuine notice that could not be read, so that a person can settle it with the bank: it may tell
 * of money. The provider may be told 2xx when this returns. `fields` names what was wrong, never its content.
 */
export async function receiveUnreadableNotice(
  input: UnreadableNotice & { fields: string },
): Promise<Result<KeptUnreadableNotice>> {
  const { provider, rawBody, fields } = input;
  const kept = await inTransaction(async (tx) => {
    const notice = await keepUnreadableNotice(tx, { provider, rawBody });
    if (notice.isNew) {
      await recordAction(tx, {
        actor: { kind: "provider", name: provider },
        action: "unreadable_notice.receive",
        subject: { kind: "unreadable_notice", id: notice.unreadableNoticeId },
        after: { fields },
      });
    }
    return notice;
  });
  // Once: a poller finds it again every minute.
  if (kept.isNew) {
    logger.error("a genuine bank notice could not be read; a person has to ask the bank", {
      provider,
      fields,
      ...kept,
    });
  }
  return succeed(kept);
}
