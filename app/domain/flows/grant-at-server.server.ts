import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  agreeOfficerGrant,
  type AgreeOfficerGrantCode,
} from "~/domain/identity/agree-officer-grant.server";
import {
  askOfficerGrant,
  type AskOfficerGrantCode,
  type OfficerAsked,
} from "~/domain/identity/ask-officer-grant.server";
import { endOfficerGrant } from "~/domain/identity/end-officer-grant.server";
import { givenPassword } from "~/domain/identity/passwords.server";
import { loadOpenGrant } from "~/domain/identity/queries-officers.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/**
 * Who runs the server gives an officer access, the first ones or one whom no two others can help: both halves at once. What
 * was asked for the person before comes to an end.
 */
export async function grantAtServer(
  asked: OfficerAsked,
): Promise<
  Result<{ password: string; code: string }, AskOfficerGrantCode | AgreeOfficerGrantCode>
> {
  const { password, passwordHash } = await givenPassword();
  return inTransaction(async (tx) => {
    const before = asked.kind === "renew" ? await loadOpenGrant(tx, asked.userId) : null;
    if (before) await endOfficerGrant(tx, { grantId: before.id, endedById: null });
    const grant = await askOfficerGrant(tx, { asked, passwordHash, askedById: null });
    if (!grant.ok) return grant;
    const { grantId } = grant.value;
    const agreed = await agreeOfficerGrant(tx, { grantId, agreedById: null });
    if (!agreed.ok) return agreed;
    await recordAction(tx, {
      actor: SYSTEM,
      action: asked.kind === "open" ? "officer.create" : "officer.renew",
      subject: { kind: "user", id: agreed.value.userId },
      after: { grantId },
    });
    return succeed({ password, code: agreed.value.code });
  });
}
