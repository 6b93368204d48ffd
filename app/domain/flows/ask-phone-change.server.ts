import type { UserActor } from "~/domain/audit/actor";
import { cameInByHelper, lastOfficerEntryOf } from "~/domain/households/queries-entry-codes.server";
import { isSamePhone } from "~/domain/identity/phone";
import { findAccount } from "~/domain/identity/queries.server";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import { heldAfterEntry } from "~/domain/settlement/payout-rules";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { fail, type Result } from "~/platform/result";
import { proveOneself, type Proof, type ProofCode } from "./prove-oneself.server";
import { sendPhoneCode, type SendCodeFailure } from "./send-phone-code.server";

export type PhoneChangeAsk = Omit<Proof, "userId"> & {
  codeId: string;
  /** The new one, ten digits. */
  phone: string;
  language: Language;
};
export type AskPhoneChangeCode =
  ProofCode | SendCodeFailure | "phone_same" | "phone_by_helper" | "phone_by_password";

/**
 * Somebody who has shown that the account is theirs wants to change over to another phone: digits go there. Whether anybody
 * has an account with it is not said before they come back. Where a helper's digits opened the account and nobody has ever
 * proved its phone, its household has not: it does first, by a code or before an officer. A password alone is not
 * enough for who sells (`needsPresentPhone`).
 */
export async function askPhoneChange(
  actor: UserActor,
  { codeId, phone, language, ...proof }: PhoneChangeAsk,
): Promise<Result<{ codeId: string }, AskPhoneChangeCode>> {
  const { userId } = actor;
  const account = await findAccount(userId);
  if (isSamePhone(account?.phone ?? "", phone)) return fail("phone_same");
  const proved = await proveOneself({ ...proof, userId });
  if (!proved.ok) return proved;
  const holder = await findUserByPhone(reader(), account?.phone ?? "");
  if (holder?.phoneProvenAt === null && (await cameInByHelper(reader(), userId))) {
    return fail("phone_by_helper");
  }
  const isByPassword = proof.provenPhone === null || proof.provenPhone !== account?.phone;
  if (isByPassword && (await needsPresentPhone(userId))) return fail("phone_by_password");
  const { clientNetwork, deviceToken } = proof;
  const asked = { codeId, phone, language, clientNetwork, deviceToken };
  return sendPhoneCode({ ...asked, changerId: userId });
}

/**
 * Whether this person has to have the present phone: whoever knows the password of somebody who sells would else take the
 * account and its money for good. Who has lost the phone is recognised by an officer first, and changes it within the days that hold money.
 */
export async function needsPresentPhone(userId: string): Promise<boolean> {
  const person = await findAccount(userId);
  if (person?.role !== "household_member") return false;
  return heldAfterEntry([await lastOfficerEntryOf(reader(), userId)], now()) === null;
}
