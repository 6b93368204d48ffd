import { recordAction } from "~/domain/audit/record-action.server";
import { createUser } from "~/domain/identity/create-user.server";
import type { SignUpForm } from "~/domain/identity/forms";
import { hashPassword, noPassword } from "~/domain/identity/passwords.server";
import { findProvenUser } from "~/domain/identity/queries-phones.server";
import { recognisePerson } from "~/domain/identity/recognise-person.server";
import type { Proven } from "~/domain/identity/types";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { succeed, type Result } from "~/platform/result";

// The text that was agreed to; a new text gets a new number.
const CONSENT_VERSION = 1;

export type NewAccount = Omit<SignUpForm, "consent" | "password"> & {
  /** Null: a code has just proved the phone, as the caller knows, and no password is needed. */
  password: string | null;
  language: Language;
  clientNetwork: string;
  /** As `signIn` takes it. */
  deviceToken: string | null;
};

/**
 * Opens a buyer's account. What was ordered with the phone before does not come with it. The same form sent again
 * answers as the first time: to whom the account's password, or the code sent to its phone, opens it anyway.
 */
export async function openAccount(account: NewAccount): Promise<Result<Proven, "phone_taken">> {
  const { fullName, phone, password, language } = account;
  const isProven = password === null;
  const passwordHash = isProven ? noPassword() : await hashPassword(password);
  const opened = await inTransaction(async (tx) => {
    const phoneProvenAt = isProven ? now() : null;
    const person = { phone, fullName, passwordHash, phoneProvenAt, language };
    const user = await createUser(tx, { ...person, role: "buyer" });
    if (!user.ok) return user;
    const { userId } = user.value;
    await recordAction(tx, {
      actor: { kind: "user", userId, role: "buyer" },
      action: "account.open",
      subject: { kind: "user", id: userId },
      after: { consentVersion: CONSENT_VERSION },
    });
    return succeed({ userId, passwordHash });
  });
  if (opened.ok) return opened;
  const known = await findKnown(account);
  return known?.role === "buyer" ? succeed(known) : opened;
}

async function findKnown({ phone, password, clientNetwork, deviceToken }: NewAccount) {
  if (password === null) return findProvenUser(reader(), phone);
  const person = await recognisePerson({ phone, password, clientNetwork, deviceToken });
  return person.ok ? person.value : null;
}
