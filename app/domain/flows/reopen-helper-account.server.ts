import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findRetiredHelper } from "~/domain/households/queries-retired-helpers.server";
import { givenPassword } from "~/domain/identity/passwords.server";
import { reopenAgent } from "~/domain/identity/reopen-agent.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * Somebody who had stopped helps again, with a password that is answered this once. Consents that were ended stay ended:
 * each household is asked anew.
 */
export async function reopenHelperAccount(
  actor: UserActor,
  agentId: string,
): Promise<Result<{ password: string }, "helper_not_retired">> {
  const { password, passwordHash } = await givenPassword();
  return inTransaction(async (tx) => {
    if (!(await findRetiredHelper({ agentId }, tx))) return fail("helper_not_retired");
    if (!(await reopenAgent(tx, { agentId, passwordHash }))) return fail("helper_not_retired");
    await recordAction(tx, {
      actor,
      action: "helper.reopen_account",
      subject: { kind: "user", id: agentId },
    });
    return succeed({ password });
  });
}
