import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endOfficerGrant } from "~/domain/identity/end-officer-grant.server";
import { isOfficer } from "~/domain/identity/queries.server";
import { inTransaction } from "~/platform/db.server";
import { fail, type Result } from "~/platform/result";
import { ofGrant } from "./ask-officer.server";

/** An officer refuses, or takes back, what was asked for a colleague; any of them may, for it gives nobody anything. */
export async function endOfficerAccess(
  actor: UserActor,
  grantId: string,
): Promise<Result<{ userId: string | null }, "officer_grant_over" | "officer_no_more">> {
  return inTransaction(async (tx) => {
    if (!(await isOfficer(tx, actor.userId))) return fail("officer_no_more");
    const ended = await endOfficerGrant(tx, { grantId, endedById: actor.userId });
    if (!ended.ok) return ended;
    const { userId } = ended.value;
    await recordAction(tx, {
      actor,
      action: "officer.end_access",
      subject: userId === null ? ofGrant(grantId) : { kind: "user", id: userId },
      after: { grantId },
    });
    return ended;
  });
}
