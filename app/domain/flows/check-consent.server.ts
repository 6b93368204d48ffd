import type { UserActor } from "~/domain/audit/actor";
import type { GiveConsentFailure } from "~/domain/households/give-consent.server";
import { findDelegation } from "~/domain/households/queries-delegations.server";
import { inTransaction } from "~/platform/db.server";
import { fail, type Result } from "~/platform/result";
import { beginHelping } from "./begin-helping.server";

/** An officer has looked at the sheet that a household signed, and found that it agrees. Checked twice it begins once. */
export async function checkConsent(
  actor: UserActor,
  { code }: { code: string },
): Promise<Result<null, GiveConsentFailure>> {
  return inTransaction(async (tx) => {
    const asked = await findDelegation(code, tx);
    if (asked?.way !== "sheet") return fail("consent_gone");
    return beginHelping(tx, { actor, delegationId: asked.id, checkedById: actor.userId });
  });
}
