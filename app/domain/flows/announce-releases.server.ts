import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  announceRelease,
  type AnnounceReleaseCode,
  type ReleaseAnnouncement,
} from "~/domain/statistics/announce-release.server";
import { inTransaction } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * An officer tells the public when months will be published, or another hour for one: all of them, or none. What fails
 * says which month it is of (`of`, `YYYY-MM`).
 * @param announcements the oldest month first
 */
export async function announceReleases(
  actor: UserActor,
  announcements: readonly Omit<ReleaseAnnouncement, "madeById">[],
): Promise<Result<null, AnnounceReleaseCode>> {
  return inTransaction(async (tx) => {
    for (const announcement of announcements) {
      const { month, dueAt, reason } = announcement;
      const announced = await announceRelease(tx, { ...announcement, madeById: actor.userId });
      if (!announced.ok) return fail(announced.code, { ...announced.detail, of: month });
      const { isRepeat, before } = announced.value;
      if (isRepeat) continue;
      await recordAction(tx, {
        actor,
        action: before === null ? "release.announce" : "release.move",
        subject: { kind: "period", id: month },
        before: before === null ? null : { dueAt: isoInstant(before) },
        after: { dueAt: isoInstant(dueAt), reason },
      });
    }
    return succeed(null);
  });
}
