import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { retireExpiredLots } from "~/domain/catalog/retire-expired-lots.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { succeed, type Result } from "~/platform/result";

/** The daily sweep of expired lots, one batch; call again while the batch is full. */
export async function retireLots(
  actor: Actor,
): Promise<Result<{ packCount: number; isBatchFull: boolean }>> {
  return inTransaction(async (tx) => {
    const { lotCount, packCount, isBatchFull } = await retireExpiredLots(tx);
    if (lotCount > 0) {
      await recordAction(tx, {
        actor,
        action: "lot.retire",
        subject: { kind: "day", id: localDateOf(now()) },
        after: { lotCount, packCount },
      });
    }
    return succeed({ packCount, isBatchFull });
  });
}
