import { eq } from "drizzle-orm";
import { notices } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { NoticeStatus } from "./notice-status";

export type ResendNoticeCode = "notice_not_found" | "notice_not_open" | "notice_outdated";

/**
 * Sends what no channel took again, by every channel anew; `hasChanged` is false when that was asked for already.
 * What is over is not sent: it would tell of something that is no longer so.
 */
export async function resendNotice(
  tx: Transaction,
  id: string,
): Promise<Result<{ from: NoticeStatus; hasChanged: boolean }, ResendNoticeCode>> {
  const [notice] = await tx
    .select({ status: notices.status, worthUntil: notices.worthUntil, facts: notices.facts })
    .from(notices)
    .where(eq(notices.id, id))
    .limit(1);
  if (!notice) return fail("notice_not_found");
  const { status } = notice;
  if (status === "waiting" || status === "sent")
    return succeed({ from: status, hasChanged: false });
  if (status !== "undeliverable") return fail("notice_not_open");
  if (notice.facts === null || now() >= notice.worthUntil) return fail("notice_outdated");
  await tx
    .update(notices)
    .set({
      status: "waiting",
      dueAt: now(),
      channel: null,
      refusedBy: [],
      cause: null,
      attemptCount: 0,
    })
    .where(eq(notices.id, id));
  return succeed({ from: status, hasChanged: true });
}
