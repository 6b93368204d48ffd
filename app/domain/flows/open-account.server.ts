import { recordAction } from "~/domain/audit/record-action.server";
import { createUser } from "~/domain/identity/create-user.server";
import type { SignUpForm } from "~/domain/identity/forms";
import { hashPassword } from "~/domain/identity/passwords.server";
import { recognisePerson } from "~/domain/identity/recognise-person.server";
import type { Proven } from "~/domain/identity/types";
import { inTransaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { succeed, type Result } from "~/platform/result";

// The text that was agreed to; a new text gets a new number.
const CONSENT_VERSION = 1;

export type NewAccount = Omit<SignUpForm, "consent"> & {
  language: Language;
  clientNetwork: string;
  /** As `signIn` takes it. */
  deviceToken: string | null;
};

/**
 * Opens a buyer's account. Nobody has proved yet that the phone is theirs, so nothing that was ordered with it before
 * comes with it. The same form sent again answers as the first time: to whom the account's password opens it anyway.
 */
export async function openAccount(account: NewAccount): Promise<Result<Proven, "phone_taken">> {
  const { fullName, phone, password, language, clientNetwork, deviceToken } = account;
  const passwordHash = await hashPassword(password);
  const opened = await inTransaction(async (tx) => {
    const user = await createUser(tx, { phone, fullName, passwordHash, role: "buyer", language });
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
  const person = await recognisePerson({ phone, password, clientNetwork, deviceToken });
  const isTheSame = person.ok && person.value.role === "buyer";
  return isTheSame ? succeed(person.value) : opened;
}
