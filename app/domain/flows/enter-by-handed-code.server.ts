import { recordAction } from "~/domain/audit/record-action.server";
import { findHandedCode } from "~/domain/identity/hand-phone-code.server";
import { hashPassword, isPassword } from "~/domain/identity/passwords.server";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { tryPhoneCode } from "~/domain/identity/try-phone-code.server";
import type { Proven } from "~/domain/identity/types";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { fail, succeed, type Result } from "~/platform/result";
import { isNeverEntered } from "./hand-entry-code.server";

const perNetwork = createRateLimit({ limit: 100, windowMs: 15 * MINUTE_MS });

export type HandedEntry = { phone: string; code: string; password: string; clientNetwork: string };

/**
 * A household that a helper has registered comes in for the first time, by the digits which the helper handed over, and
 * chooses the password by which it comes in from then on. Its phone stays unproven: who is sent a code to it later has
 * the account to themselves. The same form sent again answers as the first time.
 */
export async function enterByHandedCode(
  entry: HandedEntry,
): Promise<Result<Proven, "handed_code_wrong" | "too_many_sign_ins">> {
  const waitMs = perNetwork.take(entry.clientNetwork);
  if (waitMs > 0) return fail("too_many_sign_ins", { waitMs });
  const passwordHash = await hashPassword(entry.password);
  // A wrong try has to be counted, so it is no failure of the transaction.
  const entered = await inTransaction((tx) => enter(tx, entry, passwordHash));
  if (entered === null) return fail("handed_code_wrong");
  const isHeld = entered.passwordHash === passwordHash;
  const isRight = isHeld || (await isPassword(entered.passwordHash, entry.password));
  return isRight ? succeed(entered) : fail("handed_code_wrong");
}

/** Who came in, with the hash by which their account is held: ours, or that of the same form before. */
async function enter(
  tx: Transaction,
  { phone, code }: HandedEntry,
  passwordHash: string,
): Promise<Proven | null> {
  const codeId = await findHandedCode(tx, phone);
  if (codeId === null) return null;
  const tried = await tryPhoneCode(tx, { codeId, typed: code, purpose: "handed" });
  if (tried.kind !== "right") return null;
  const user = await findUserByPhone(tx, phone);
  if (user === null) return null;
  const { userId } = user;
  if (!isNeverEntered(user)) return { userId, passwordHash: user.passwordHash };
  await setPassword(tx, { userId, passwordHash });
  await recordAction(tx, {
    actor: { kind: "user", userId, role: "household_member" },
    action: "account.enter_by_handed_code",
    subject: { kind: "user", id: userId },
  });
  return { userId, passwordHash };
}
