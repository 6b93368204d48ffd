import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { NewHelperForm } from "~/domain/households/forms-delegation";
import { createUser } from "~/domain/identity/create-user.server";
import { givenPassword } from "~/domain/identity/passwords.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** An account for somebody of a community digital team; its password is answered this once and kept nowhere. */
export async function openHelperAccount(
  actor: UserActor,
  { fullName, phone }: NewHelperForm,
): Promise<Result<{ agentId: string; password: string }, "helper_phone_taken">> {
  const { password, passwordHash } = await givenPassword();
  return inTransaction(async (tx) => {
    const created = await createUser(tx, {
      phone,
      fullName,
      passwordHash,
      phoneProvenAt: null,
      role: "agent",
      language: "vi",
    });
    if (!created.ok) return fail("helper_phone_taken");
    const agentId = created.value.userId;
    await recordAction(tx, {
      actor,
      action: "helper.open_account",
      subject: { kind: "user", id: agentId },
    });
    return succeed({ agentId, password });
  });
}
