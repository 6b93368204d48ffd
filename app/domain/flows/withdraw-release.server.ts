import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  withdrawRelease as withdraw,
  type ReleaseWithdrawal,
  type WithdrawReleaseCode,
} from "~/domain/statistics/withdraw-release.server";
import { inTransaction } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { succeed, type Result } from "~/platform/result";

/** An officer takes back the hour that was told for a month, with a reason that everybody reads. */
export async function withdrawRelease(
  actor: UserActor,
  input: Omit<ReleaseWithdrawal, "madeById">,
): Promise<Result<null, WithdrawReleaseCode>> {
  return inTransaction(async (tx) => {
    const withdrawn = await withdraw(tx, { ...input, madeById: actor.userId });
    if (!withdrawn.ok) return withdrawn;
    const { isRepeat, before } = withdrawn.value;
    if (isRepeat) return succeed(null);
    await recordAction(tx, {
      actor,
      action: "release.withdraw",
      subject: { kind: "period", id: input.month },
      before: before === null ? null : { dueAt: isoInstant(before) },
      after: { reason: input.reason },
    });
    return succeed(null);
  });
}
