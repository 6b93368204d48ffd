import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endDelegation } from "~/domain/households/end-delegation.server";
import { listLiveOfAgent } from "~/domain/households/queries-delegations.server";
import { voidHandedCodes } from "~/domain/identity/hand-phone-code.server";
import { retireAgent } from "~/domain/identity/retire-agent.server";
import { releaseSessions } from "~/domain/training/release-sessions.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Somebody helps no more: every consent to them ends at once, and they are signed out. Sessions to come are without a helper. */
export async function retireHelper(
  actor: UserActor,
  { agentId, reason }: { agentId: string; reason: string },
): Promise<Result<null, "helper_unknown">> {
  return inTransaction(async (tx) => {
    const live = await listLiveOfAgent(tx, agentId);
    if (!(await retireAgent(tx, agentId))) return fail("helper_unknown");
    await releaseSessions(tx, agentId);
    await voidHandedCodes(tx, { madeById: agentId });
    for (const { id, status } of live) {
      if (!(await endDelegation(tx, { delegationId: id, by: "department", reason }))) continue;
      await recordAction(tx, {
        actor,
        action: "delegation.end",
        subject: { kind: "delegation", id },
        before: { status },
        after: { by: "department", reason },
      });
    }
    await recordAction(tx, {
      actor,
      action: "helper.retire",
      subject: { kind: "user", id: agentId },
      after: { reason, consents: live.length },
    });
    return succeed(null);
  });
}
