import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { joinAttendances } from "~/domain/training/join-attendances.server";
import type { Transaction } from "~/platform/db.server";

/** A household has registered: the sessions at which its phone was written down are its own. Within its transaction. */
export async function joinTraining(
  tx: Transaction,
  household: { phone: string; householdId: string },
): Promise<void> {
  const sessionIds = await joinAttendances(tx, household);
  if (sessionIds.length === 0) return;
  await recordAction(tx, {
    actor: SYSTEM,
    action: "training.join",
    subject: { kind: "household", id: household.householdId },
    after: { sessionIds },
  });
}
