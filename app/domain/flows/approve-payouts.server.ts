import type { UserActor } from "~/domain/audit/actor";
import { stopNote } from "~/domain/settlement/payout-stops";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import {
  findBatch,
  findPayoutStop,
  listBatchCodes,
} from "~/domain/settlement/queries-payout-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { approveInTransaction } from "./approve-disbursement.server";
import { withdrawInTransaction } from "./withdraw-disbursement.server";

export type ApprovePayoutsCode = "batch_not_found" | "second_person_needed";
export type ApprovedPayouts = {
  approvedCount: number;
  /** Taken out, because something has changed since they were prepared. */
  takenOutCount: number;
  /** Left waiting, by the code of why: none, as long as what stops a payout is all that its approval asks. */
  refusedCounts: Record<string, number>;
};

/**
 * A second person approves a batch: each payout that is as it was prepared. One whose order has come back meanwhile, or
 * whose account was changed, is taken out and says why; its orders can be paid again by a later batch.
 */
export async function approvePayouts(
  actor: UserActor,
  input: { code: string },
): Promise<Result<ApprovedPayouts, ApprovePayoutsCode>> {
  return inTransaction(async (tx) => {
    const batch = await findBatch(tx, input);
    if (!batch) return fail("batch_not_found");
    if (batch.preparedById === actor.userId) return fail("second_person_needed");
    const done: ApprovedPayouts = { approvedCount: 0, takenOutCount: 0, refusedCounts: {} };
    for (const code of await listBatchCodes(tx, batch.id)) {
      const [payout] = await findDisbursementsByCode(tx, [code]);
      if (payout?.status !== "prepared") continue;
      const stop = await findPayoutStop(tx, payout);
      if (stop !== null) {
        await withdrawInTransaction(tx, actor, { disbursement: payout, note: stopNote(stop) });
        done.takenOutCount += 1;
        continue;
      }
      const approved = await approveInTransaction(tx, actor, payout);
      if (approved.ok) done.approvedCount += 1;
      else done.refusedCounts[approved.code] = (done.refusedCounts[approved.code] ?? 0) + 1;
    }
    return succeed(done);
  });
}
