import type { UserActor } from "~/domain/audit/actor";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findBatch, listBatchCodes } from "~/domain/settlement/queries-payout-records.server";
import { inTransaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import { withdrawInTransaction } from "./withdraw-disbursement.server";

export type WithdrawPayoutsCode = "batch_not_found" | "batch_reported_by_you";

/**
 * Nothing of a batch that has not left is to be sent: its orders can be paid by a later batch. All of it or nothing: where
 * whoever withdraws has reported one as sent, somebody else has to.
 */
export async function withdrawPayouts(
  actor: UserActor,
  input: { code: string; note: string },
): Promise<Result<null, WithdrawPayoutsCode>> {
  return inTransaction(async (tx) => {
    const batch = await findBatch(tx, { code: input.code });
    if (!batch) return fail("batch_not_found");
    for (const code of await listBatchCodes(tx, batch.id)) {
      const [payout] = await findDisbursementsByCode(tx, [code]);
      if (payout?.status !== "prepared" && payout?.status !== "approved") continue;
      const withdrawn = await withdrawInTransaction(tx, actor, {
        disbursement: payout,
        note: input.note,
      });
      if (withdrawn.ok) continue;
      invariant(withdrawn.code === "wallet_reported_by_you", "what has not left may be withdrawn");
      return fail("batch_reported_by_you", { code });
    }
    return succeed(null);
  });
}
