import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import { findRecall, listAllRecallBuyers } from "~/domain/orders/queries-recall.server";
import type { RecallBuyer } from "~/domain/orders/types-recall";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

const BUYERS_MAX = 10_000;

/** All buyers of a recalled lot for a file. It leaves our hands with names and phones: who took it is on record. */
export async function exportRecallBuyers(
  actor: Actor,
  scope: Scope,
  { lotCode }: { lotCode: string },
): Promise<Result<RecallBuyer[], "recall_not_found">> {
  const recall = await findRecall(scope, lotCode);
  const buyers = await listAllRecallBuyers(scope, { lotCode, limit: BUYERS_MAX });
  if (!recall || !buyers) return fail("recall_not_found");
  return inTransaction(async (tx) => {
    await recordAction(tx, {
      actor,
      action: "recall.export_buyers",
      subject: { kind: "recall", id: recall.id },
      after: { lotCode, orderCount: buyers.length },
    });
    return succeed(buyers);
  });
}
