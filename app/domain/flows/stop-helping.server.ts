import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { HOUSEHOLD_ENDERS } from "~/domain/households/delegation-terms";
import { endDelegation } from "~/domain/households/end-delegation.server";
import {
  findDelegation,
  listLiveDelegations,
} from "~/domain/households/queries-delegations.server";
import type { Delegation } from "~/domain/households/types-delegations";
import { voidHandedCodes } from "~/domain/identity/hand-phone-code.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Who ends it, and of which consents: a household of its own, the holder of the link of one, an agent of their own. */
export type Stopper =
  | { by: "household"; scope: Scope }
  | { by: "link" }
  | { by: "agent"; userId: string }
  /** A household has called, or its sheet was not found in order. */
  | { by: "call" | "department"; reason: string };

/**
 * Ends a consent, or takes back what was only asked, at once: the agent's next click comes too late. A household that
 * says no says it to the agent: whatever else of theirs holds or waits for an answer ends too, and by the link of an SMS
 * from before a renewal what holds now. One that is over already stays as it ended.
 */
export async function stopHelping(
  actor: Actor,
  { code, stopper }: { code: string; stopper: Stopper },
): Promise<Result<null, "consent_not_found">> {
  return inTransaction(async (tx) => {
    const found = await findDelegation(code, tx);
    if (!found || !isInReach(stopper, found)) return fail("consent_not_found");
    const { by } = stopper;
    const reason = "reason" in stopper ? stopper.reason : null;
    const isByHousehold = HOUSEHOLD_ENDERS.some((one) => one === by);
    const ending = isByHousehold ? await listLiveDelegations(tx, found) : [found];
    for (const { id, status } of ending) {
      if (!(await endDelegation(tx, { delegationId: id, by, reason }))) continue;
      await recordAction(tx, {
        actor,
        action: "delegation.end",
        subject: { kind: "delegation", id },
        before: { status },
        after: { by, reason },
      });
    }
    if (isByHousehold) await voidHandedCodes(tx, { madeById: found.agentId, phone: found.phone });
    return succeed(null);
  });
}

function isInReach(stopper: Stopper, found: Delegation): boolean {
  switch (stopper.by) {
    case "household":
      return isInScope(stopper.scope, found.householdId);
    case "agent":
      return found.agentId === stopper.userId;
    case "link":
    case "call":
    case "department":
      return true;
  }
}
