import type { UserActor } from "~/domain/audit/actor";
import { findDisbursementsByCode } from "~/domain/settlement/queries-disbursements-records.server";
import { findBatch, listBatchCodes } from "~/domain/settlement/queries-payout-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { withdrawInTransaction } from "./withdraw-disbursement.server";

/** Nothing of a batch that has not left is to be sent: its orders can be paid by a later batch. */
export async function withdrawPayouts(
  actor: UserActor,
  input: { code: string; note: string },
): Promise<Result<null, "batch_not_found">> {
  return inTransaction(async (tx) => {
    const batch = await findBatch(tx, { code: input.code });
    if (!batch) return fail("batch_not_found");
    for (const code of await listBatchCodes(tx, batch.id)) {
      const [payout] = await findDisbursementsByCode(tx, [code]);
      if (payout?.status !== "prepared" && payout?.status !== "approved") continue;
      await withdrawInTransaction(tx, actor, { disbursement: payout, note: input.note });
    }
    return succeed(null);
  });
}
