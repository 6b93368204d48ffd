import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endOfficerGrant } from "~/domain/identity/end-officer-grant.server";
import { isDemoSignIn } from "~/domain/identity/is-demo-sign-in.server";
import { findOfficer, listGrantsInHand } from "~/domain/identity/queries-officers.server";
import { isOfficer } from "~/domain/identity/queries.server";
import { retireOfficer as retire } from "~/domain/identity/retire-officer.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type RetireOfficerCode =
  "officer_unknown" | "officer_self" | "officer_no_more" | "demo_sign_in";

/**
 * Somebody works for the department no more and is signed out at once; what is open for them, or was asked or
 * agreed to by them, comes to nothing. One officer is enough for it: it takes power away
 * and gives nobody any; nobody can do it to themselves, so that somebody always remains.
 */
export async function retireOfficer(
  actor: UserActor,
  { officerId, reason }: { officerId: string; reason: string },
): Promise<Result<null, RetireOfficerCode>> {
  if (officerId === actor.userId) return fail("officer_self");
  const officer = await findOfficer(officerId);
  if (!officer?.isOfficer) return fail("officer_unknown");
  if (isDemoSignIn(officer.phone)) return fail("demo_sign_in");
  return inTransaction(async (tx) => {
    // Two who end each other's work at once: the second one is no officer any more.
    if (!(await isOfficer(tx, actor.userId))) return fail("officer_no_more");
    if (!(await retire(tx, officerId))) return fail("officer_unknown");
    for (const grantId of await listGrantsInHand(tx, officerId)) {
      await endOfficerGrant(tx, { grantId, endedById: actor.userId });
    }
    await recordAction(tx, {
      actor,
      action: "officer.retire",
      subject: { kind: "user", id: officerId },
      after: { reason },
    });
    return succeed(null);
  });
}
