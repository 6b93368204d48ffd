import { recordAction } from "~/domain/audit/record-action.server";
import { forgetBooks } from "~/domain/buyers/forget-books.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { voidHandedCodes } from "~/domain/identity/hand-phone-code.server";
import { provePhone } from "~/domain/identity/prove-phone.server";
import { ASLEEP_MS, RIGHT_AGAIN_MS } from "~/domain/identity/phone-code-limits";
import { findUserByPhone, type PhoneHolder } from "~/domain/identity/queries-phones.server";
import { isStaff, type Role } from "~/domain/identity/roles";
import { tryPhoneCode } from "~/domain/identity/try-phone-code.server";
import type { Proven } from "~/domain/identity/types";
import { removeEmail } from "~/domain/notices/remove-email.server";
import { forgetBrowsers } from "~/domain/notices/forget-browsers.server";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";
import { createRateLimit } from "~/platform/rate-limit.server";
import { fail, succeed, type Result } from "~/platform/result";

const perNetwork = createRateLimit({ limit: 100, windowMs: 15 * MINUTE_MS });

export type EnterCode = { codeId: string; typed: string; clientNetwork: string };
export type Entered =
  /** Somebody has an account with the phone. */
  | { kind: "known"; phone: string; role: Role; proven: Proven; hasLostPassword: boolean }
  /** Nobody has: they may open one. */
  | { kind: "new"; phone: string };
export type EnterCodeFailure =
  "code_wrong" | "code_gone" | "code_for_staff" | "code_for_asleep" | "too_many_sign_ins";

/**
 * Lets in whoever types the digits that were sent to a phone. Staff have a password besides: their phone alone, lost or
 * its number taken over, opens no desk. The first time the account's old password, everybody signed in by it, its
 * e-mail and its addresses go, because the account may have been opened with a number that was not theirs. Who sells, has a
 * password and was not in for a year needs it: operators sell numbers anew that nobody uses.
 */
export async function enterByCode(entry: EnterCode): Promise<Result<Entered, EnterCodeFailure>> {
  const waitMs = perNetwork.take(entry.clientNetwork);
  if (waitMs > 0) return fail("too_many_sign_ins", { waitMs });
  const { codeId, typed } = entry;
  // A wrong try has to be counted, so it is no failure of the transaction.
  const tried = await inTransaction(async (tx) => {
    const outcome = await tryPhoneCode(tx, { codeId, typed, purpose: "entry" });
    return outcome.kind === "right" ? welcome(tx, outcome.phone) : outcome;
  });
  switch (tried.kind) {
    case "wrong":
      return fail("code_wrong", { left: tried.leftCount });
    case "gone":
      return fail("code_gone");
    case "staff":
      return fail("code_for_staff");
    case "asleep":
      return fail("code_for_asleep");
    case "known":
    case "new":
      return succeed(tried);
  }
}

async function welcome(
  tx: Transaction,
  phone: string,
): Promise<Entered | { kind: "staff" | "asleep" }> {
  const user = await findUserByPhone(tx, phone);
  if (user === null) return { kind: "new", phone };
  const { userId, role } = user;
  if (isStaff(role)) return { kind: "staff" };
  if (isAsleep(user)) return { kind: "asleep" };
  const { passwordHash, isFirst } = await provePhone(tx, user);
  await voidHandedCodes(tx, { phone });
  if (isFirst) {
    await endSessions(tx, userId);
    await forgetBrowsers(tx, userId);
    await removeEmail(tx, userId);
    await forgetBooks(tx, userId);
    await recordAction(tx, {
      actor: { kind: "user", userId, role },
      action: "account.prove_phone",
      subject: { kind: "user", id: userId },
    });
  }
  const proven = { userId, passwordHash };
  const hasLostPassword = isFirst ? user.hasPassword : hasJustLostIt(user);
  return { kind: "known", phone, role, proven, hasLostPassword };
}

/** Who was let in a moment ago and comes again did not get the answer that says so. */
function hasJustLostIt({ hasPassword, phoneProvenAt, createdAt }: PhoneHolder): boolean {
  if (hasPassword || phoneProvenAt === null) return false;
  return now() < phoneProvenAt + RIGHT_AGAIN_MS && createdAt + RIGHT_AGAIN_MS < phoneProvenAt;
}

/** A buyer has no other way in when the password is forgotten, and no stall. */
function isAsleep({ role, hasPassword, seenAt }: PhoneHolder): boolean {
  if (role !== "household_member" || !hasPassword || seenAt === null) return false;
  return seenAt + ASLEEP_MS < now();
}
