import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { noteDifference } from "~/domain/settlement/note-difference.server";
import { loadDifference } from "~/domain/settlement/queries-differences.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** An officer writes what is known of a difference, for whoever looks at it on the days to come. */
export async function noteStandingDifference(
  actor: UserActor,
  { differenceId, note }: { differenceId: string; note: string },
): Promise<Result<null, "difference_not_found">> {
  return inTransaction(async (tx) => {
    const difference = await loadDifference(tx, differenceId);
    if (!difference) return fail("difference_not_found");
    await noteDifference(tx, { difference, note, notedById: actor.userId });
    await recordAction(tx, {
      actor,
      action: "reconciliation.note",
      subject: { kind: "reconciliation_difference", id: differenceId },
      after: { ...difference, note },
    });
    return succeed(null);
  });
}
