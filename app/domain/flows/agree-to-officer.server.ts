import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  agreeOfficerGrant,
  type AgreeOfficerGrantCode,
} from "~/domain/identity/agree-officer-grant.server";
import { isOfficer } from "~/domain/identity/queries.server";
import { inTransaction } from "~/platform/db.server";
import { fail, type Result } from "~/platform/result";

/** A second officer agrees; the code that they are told goes to the colleague, and stands nowhere else. */
export async function agreeToOfficer(
  actor: UserActor,
  grantId: string,
): Promise<Result<{ userId: string; code: string }, AgreeOfficerGrantCode | "officer_no_more">> {
  return inTransaction(async (tx) => {
    if (!(await isOfficer(tx, actor.userId))) return fail("officer_no_more");
    const agreed = await agreeOfficerGrant(tx, { grantId, agreedById: actor.userId });
    if (!agreed.ok) return agreed;
    await recordAction(tx, {
      actor,
      action: "officer.agree_access",
      subject: { kind: "user", id: agreed.value.userId },
      after: { grantId },
    });
    return agreed;
  });
}
