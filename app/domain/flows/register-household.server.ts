import { recordAction } from "~/domain/audit/record-action.server";
import { createHousehold } from "~/domain/households/create-household.server";
import type { RegistrationForm } from "~/domain/households/forms-registration";
import { createUser } from "~/domain/identity/create-user.server";
import { hashPassword } from "~/domain/identity/passwords.server";
import { findCommune } from "~/domain/places/queries.server";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";

// The text that was agreed to; a new text gets a new number.
const CONSENT_VERSION = 1;

export type Registration = Omit<RegistrationForm, "consent"> & { language: Language };

/**
 * Registers a household with its first sign-in. It may write drafts at once; nothing is shown before the
 * department has approved it. The household must be in the province of this marketplace.
 */
export async function registerHousehold(
  registration: Registration,
): Promise<Result<{ userId: string; slug: string }, "phone_taken" | "commune_elsewhere">> {
  const { password, language, ...household } = registration;
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
    return succeed({ userId, slug });
  });
}
