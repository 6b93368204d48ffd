import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { endPhoneProofs } from "~/domain/identity/end-phone-proofs.server";
import { findAccount, findStanding } from "~/domain/identity/queries.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { setPassword } from "~/domain/identity/set-password.server";
import type { Proven } from "~/domain/identity/types";
import { forgetBrowsers } from "~/domain/notices/forget-browsers.server";
import { inTransaction, reader } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { proveOneself, type Proof, type ProofCode } from "./prove-oneself.server";

/**
 * Another password, for who knows the old one. Everybody who is signed in with it is signed out, and browsers that were
 * told of the person's households are told no more, because that may be why it is changed; the caller starts a session
 * anew for the browser that asked.
 */
export async function changePassword(
  actor: Actor,
  { newPassword, ...proof }: Proof & { newPassword: string },
): Promise<Result<Proven, ProofCode>> {
  const { userId } = proof;
  const before = await findStanding(reader(), userId);
  const proved = await proveOneself(proof);
  if (!proved.ok) return proved;
  const passwordHash = await hashPassword(newPassword);
  return inTransaction(async (tx) => {
    // Somebody else may have given the account another password, or another role, while this one was looked at.
    const after = await findStanding(tx, userId);
    const isSame = after?.passwordHash === before?.passwordHash && after?.role === before?.role;
    if (!isSame) return fail("wrong_password");
    await setPassword(tx, { userId, passwordHash });
    await endSessions(tx, userId);
    const account = await findAccount(userId);
    if (account) await endPhoneProofs(tx, account.phone);
    await forgetBrowsers(tx, userId);
    await recordAction(tx, {
      actor,
      action: "account.change_password",
      subject: { kind: "user", id: userId },
    });
    return succeed({ userId, passwordHash });
  });
}
