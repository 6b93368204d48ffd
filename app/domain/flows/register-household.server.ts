import { recordAction } from "~/domain/audit/record-action.server";
import { createHousehold } from "~/domain/households/create-household.server";
import { findRegistered } from "~/domain/households/queries-membership.server";
import type { RegistrationForm } from "~/domain/households/forms-registration";
import { becomeMember } from "~/domain/identity/become-member.server";
import { createUser } from "~/domain/identity/create-user.server";
import { hashPassword, noPassword } from "~/domain/identity/passwords.server";
import { findProvenUser } from "~/domain/identity/queries-phones.server";
import { recognisePerson, type SignInInput } from "~/domain/identity/recognise-person.server";
import type { Proven } from "~/domain/identity/types";
import { findCommune } from "~/domain/places/queries.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";
import { joinTraining } from "./join-training.server";
import { acceptTermsIn } from "./accept-seller-terms.server";

/** The text that was agreed to; a new text gets a new number. */
export const CONSENT_VERSION = 1;

export type Registration = Omit<RegistrationForm, "consent" | "password" | "termsNumber"> & {
  /** Of the seller's terms that were agreed to; null: none were shown. What is not in force is asked for at the desk. */
  termsNumber: number | null;
  /** Null: a code has just proved the phone, as the caller knows, and no password is needed. */
  password: string | null;
  language: Language;
  clientNetwork: string;
  /** As `signIn` takes it. */
  deviceToken: string | null;
};
export type Registered = Proven & { slug: string };
export type RegisterFailure = "phone_taken" | "commune_elsewhere";

/**
 * Registers a household with its first sign-in. It may write drafts at once; nothing is shown before the
 * department has approved it. The household must be in the province of this marketplace. Who has proved that the phone
 * is theirs and has a buyer's account with it sells by that account from now on. The same form sent again answers as
 * the first time.
 */
export async function registerHousehold(
  registration: Registration,
): Promise<Result<Registered, RegisterFailure>> {
  const registered = await register(registration);
  if (registered.ok || registered.code !== "phone_taken") return registered;
  const first = await findFirstAnswer(registration);
  return first ? succeed(first) : registered;
}

async function register(registration: Registration): Promise<Result<Registered, RegisterFailure>> {
  const {
    password,
    termsNumber,
    language: _,
    clientNetwork: _network,
    deviceToken: _token,
    ...household
  } = registration;
  const commune = await findCommune(household.communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) return fail("commune_elsewhere");
  const passwordHash = password === null ? noPassword() : await hashPassword(password);
  return inTransaction(async (tx) => {
    const member = await findMember(tx, { ...registration, passwordHash });
    if (!member.ok) return member;
    const { userId, passwordHash: heldBy } = member.value;
    const { householdId, slug } = await createHousehold(tx, { ...household, memberId: userId });
    const actor = { kind: "user", userId, role: "household_member" } as const;
    await recordAction(tx, {
      actor,
      action: "household.register",
      subject: { kind: "household", id: householdId },
      ...(member.value.wasBuyer ? { before: { role: "buyer" } } : {}),
      after: { slug, communeCode: household.communeCode, consentVersion: CONSENT_VERSION },
    });
    await joinTraining(tx, { phone: household.phone, householdId });
    if (termsNumber !== null) await acceptTermsIn(tx, actor, { householdId, number: termsNumber });
    return succeed({ userId, passwordHash: heldBy, slug });
  });
}

/** The one who sells: new here, or a buyer whose phone a code has proved. */
async function findMember(
  tx: Transaction,
  { phone, contactName, password, passwordHash, language }: Registration & { passwordHash: string },
): Promise<Result<Proven & { wasBuyer: boolean }, "phone_taken">> {
  const isProven = password === null;
  const known = isProven ? await findProvenUser(tx, phone) : null;
  if (known?.role === "buyer") {
    await becomeMember(tx, known.userId);
    return succeed({ userId: known.userId, passwordHash: known.passwordHash, wasBuyer: true });
  }
  const user = await createUser(tx, {
    phone,
    fullName: contactName,
    passwordHash,
    phoneProvenAt: isProven ? now() : null,
    role: "household_member",
    language,
  });
  return user.ok ? succeed({ userId: user.value.userId, passwordHash, wasBuyer: false }) : user;
}

/**
 * What the same form was answered before. It opens an account, so it asks for the password as signing in does and
 * within the same limits, where no code has proved the phone; whoever does not know it learns no more than that the
 * phone is taken.
 */
async function findFirstAnswer(registration: Registration): Promise<Registered | null> {
  const { password, clientNetwork, deviceToken, ...told } = registration;
  const { language: _, termsNumber: _terms, ...household } = told;
  const { phone } = household;
  const person =
    password === null
      ? await findProvenUser(reader(), phone)
      : await findByPassword({ phone, password, clientNetwork, deviceToken });
  if (person === null) return null;
  const { userId, passwordHash } = person;
  const first = await findRegistered(reader(), { ...household, memberId: userId });
  return first === null ? null : { userId, passwordHash, slug: first.slug };
}

async function findByPassword(input: SignInInput): Promise<Proven | null> {
  const person = await recognisePerson(input);
  return person.ok ? person.value : null;
}
