import { recordAction } from "~/domain/audit/record-action.server";
import { findEntryCode } from "~/domain/households/queries-entry-codes.server";
import { useEntryCode } from "~/domain/households/use-entry-code.server";
import { endPhoneProofs } from "~/domain/identity/end-phone-proofs.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { findHandedCode } from "~/domain/identity/hand-phone-code.server";
import { hashPassword, isPassword } from "~/domain/identity/passwords.server";
import { findUserByPhone, type PhoneHolder } from "~/domain/identity/queries-phones.server";
import { isOfficer } from "~/domain/identity/queries.server";
import { setPassword } from "~/domain/identity/set-password.server";
import { tryPhoneCode } from "~/domain/identity/try-phone-code.server";
import type { Proven } from "~/domain/identity/types";
import { forgetBrowsers } from "~/domain/notices/forget-browsers.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { fail, succeed, type Result } from "~/platform/result";
import { isNeverEntered } from "./hand-entry-code.server";

const perNetwork = createRateLimit({ limit: 100, windowMs: 15 * MINUTE_MS });

export type HandedEntry = { phone: string; code: string; password: string; clientNetwork: string };

/**
 * A household comes in by the digits that its helper handed over, the first time, or an officer, also when it has lost its
 * way in, and chooses the password by which it comes in from then on; whatever opened the account before ends. Its phone
 * is proved by nothing of that: who is sent a code to it later has the account to themselves. The same form sent again
 * answers as the first time.
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
  if (codeId === null || !(await isStillGood(tx, codeId))) return null;
  const tried = await tryPhoneCode(tx, { codeId, typed: code, purpose: "handed" });
  if (tried.kind !== "right") return null;
  const user = await findUserByPhone(tx, phone);
  if (user?.role !== "household_member") return null;
  const { userId } = user;
  if (!(await opens(tx, codeId, user))) return { userId, passwordHash: user.passwordHash };
  await setPassword(tx, { userId, passwordHash });
  if (!isNeverEntered(user)) {
    await endSessions(tx, userId);
    await endPhoneProofs(tx, phone);
    await forgetBrowsers(tx, userId);
  }
  await useEntryCode(tx, codeId);
  await recordAction(tx, {
    actor: { kind: "user", userId, role: "household_member" },
    action: "account.enter_by_handed_code",
    subject: { kind: "user", id: userId },
    after: { codeId },
  });
  return { userId, passwordHash };
}

/** Those of an officer end with their work here; those of helpers are made void then. */
async function isStillGood(tx: Transaction, codeId: string): Promise<boolean> {
  const code = await findEntryCode(tx, codeId);
  return code === null || code.recognisedBy === null || isOfficer(tx, code.makerId);
}

/**
 * Whether these digits are this account's, and nobody has come in by them nor said no to them; a helper's open only what
 * nobody has ever entered.
 */
async function opens(tx: Transaction, codeId: string, user: PhoneHolder): Promise<boolean> {
  const code = await findEntryCode(tx, codeId);
  if (code === null) return isNeverEntered(user);
  const isUnspent = code.usedAt === null && code.refusedAt === null;
  if (!isUnspent || code.userId !== user.userId) return false;
  return code.recognisedBy !== null || isNeverEntered(user);
}
