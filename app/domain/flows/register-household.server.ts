import { recordAction } from "~/domain/audit/record-action.server";
import { createHousehold } from "~/domain/households/create-household.server";
import { findRegisteredSlug } from "~/domain/households/queries-membership.server";
import type { RegistrationForm } from "~/domain/households/forms-registration";
import { createUser } from "~/domain/identity/create-user.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { recognisePerson } from "~/domain/identity/recognise-person.server";
import type { Proven } from "~/domain/identity/types";
import { findCommune } from "~/domain/places/queries.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";

// The text that was agreed to; a new text gets a new number.
const CONSENT_VERSION = 1;

export type Registration = Omit<RegistrationForm, "consent"> & {
  language: Language;
  clientNetwork: string;
  /** As `signIn` takes it. */
  deviceToken: string | null;
};
export type Registered = Proven & { slug: string };

/**
 * Registers a household with its first sign-in. It may write drafts at once; nothing is shown before the
 * department has approved it. The household must be in the province of this marketplace. The same form sent again
 * answers as the first time.
 */
export async function registerHousehold(
  registration: Registration,
): Promise<Result<Registered, "phone_taken" | "commune_elsewhere">> {
  const registered = await register(registration);
  if (registered.ok || registered.code !== "phone_taken") return registered;
  const first = await findFirstAnswer(registration);
  return first ? succeed(first) : registered;
}

async function register(
  registration: Registration,
): Promise<Result<Registered, "phone_taken" | "commune_elsewhere">> {
  const { password, language, clientNetwork: _, deviceToken: _token, ...household } = registration;
  const commune = await findCommune(household.communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) return fail("commune_elsewhere");
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const user = await createUser(tx, {
      phone: household.phone,
      fullName: household.contactName,
      passwordHash,
      role: "household_member",
      language,
    });
    if (!user.ok) return user;
    const { userId } = user.value;
    const { householdId, slug } = await createHousehold(tx, { ...household, memberId: userId });
    await recordAction(tx, {
      actor: { kind: "user", userId, role: "household_member" },
      action: "household.register",
      subject: { kind: "household", id: householdId },
      after: { slug, communeCode: household.communeCode, consentVersion: CONSENT_VERSION },
    });
    return succeed({ userId, passwordHash, slug });
  });
}

/**
 * What the same form was answered before. It opens an account, so it asks for the password as signing in does and
 * within the same limits; whoever does not know it learns no more than that the phone is taken.
 */
async function findFirstAnswer(registration: Registration): Promise<Registered | null> {
  const { password, clientNetwork, deviceToken, language: _, ...household } = registration;
  const { phone } = household;
  const person = await recognisePerson({ phone, password, clientNetwork, deviceToken });
  if (!person.ok) return null;
  const { userId, passwordHash } = person.value;
  const slug = await findRegisteredSlug(reader(), { ...household, memberId: userId });
  return slug === null ? null : { userId, passwordHash, slug };
}
