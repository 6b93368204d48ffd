import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  askOfficerGrant,
  type AskOfficerGrantCode,
  type OfficerAsked,
} from "~/domain/identity/ask-officer-grant.server";
import { isDemoSignIn } from "~/domain/identity/is-demo-sign-in.server";
import { givenPassword } from "~/domain/identity/passwords.server";
import { findOfficer } from "~/domain/identity/queries-officers.server";
import { isOfficer } from "~/domain/identity/queries.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type AskOfficerCode =
  AskOfficerGrantCode | "officer_unknown" | "officer_self" | "officer_no_more" | "demo_sign_in";

/**
 * An officer asks for a colleague's sign-in, the first or a new one; its password is answered this once and opens nothing
 * before another officer agrees and tells the code.
 */
export async function askOfficer(
  actor: UserActor,
  asked: OfficerAsked,
): Promise<Result<{ grantId: string; password: string }, AskOfficerCode>> {
  if (asked.kind === "renew") {
    const officer = await findOfficer(asked.userId);
    if (!officer) return fail("officer_unknown");
    if (officer.id === actor.userId) return fail("officer_self");
    if (isDemoSignIn(officer.phone)) return fail("demo_sign_in");
  }
  const { password, passwordHash } = await givenPassword();
  return inTransaction(async (tx) => {
    if (!(await isOfficer(tx, actor.userId))) return fail("officer_no_more");
    const grant = await askOfficerGrant(tx, { asked, passwordHash, askedById: actor.userId });
    if (!grant.ok) return grant;
    const { grantId } = grant.value;
    await recordAction(tx, {
      actor,
      action: "officer.ask_access",
      subject: asked.kind === "renew" ? { kind: "user", id: asked.userId } : ofGrant(grantId),
      // Whom a refused request was for is kept nowhere.
      after: asked.kind === "renew" ? { grantId, reason: asked.reason } : { grantId },
    });
    return succeed({ grantId, password });
  });
}

/** As the subject of an action, where there is no account yet. */
export function ofGrant(grantId: string) {
  return { kind: "officer_grant", id: grantId } as const;
}
