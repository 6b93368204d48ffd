import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isHelper } from "~/domain/households/queries-helpers.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { givenPassword } from "~/domain/identity/passwords.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** Another password for a helper, answered this once; who is signed in with the old one is signed out. */
export async function renewHelperPassword(
  actor: UserActor,
  agentId: string,
): Promise<Result<{ password: string }, "helper_unknown">> {
  const { password, passwordHash } = await givenPassword();
  return inTransaction(async (tx) => {
    if (!(await isHelper(tx, agentId))) return fail("helper_unknown");
    await setPassword(tx, { userId: agentId, passwordHash });
    await endSessions(tx, agentId);
    await recordAction(tx, {
      actor,
      action: "helper.renew_password",
      subject: { kind: "user", id: agentId },
    });
    return succeed({ password });
  });
}
