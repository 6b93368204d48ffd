import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endSuspension } from "~/domain/compliance/end-suspension.server";
import { inTransaction } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/** The department takes an announced suspension back before its day; the household hears of it and sells on. */
export async function withdrawSuspension(
  actor: UserActor,
  { householdId, suspensionId }: { householdId: string; suspensionId: string },
): Promise<Result<null, "suspension_ended">> {
  return inTransaction(async (tx) => {
    const ended = await endSuspension(tx, {
      id: suspensionId,
      householdId,
      state: "withdrawn",
      actorId: actor.userId,
    });
    if (!ended) return fail("suspension_ended");
    const { effectiveAt } = ended;
    await recordAction(tx, {
      actor,
      action: "household.withdraw_suspension",
      subject: { kind: "household", id: householdId },
      before: { suspensionId, effectiveAt: isoInstant(effectiveAt) },
    });
    return succeed(null);
  });
}
