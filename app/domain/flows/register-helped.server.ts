import type { UserActor } from "~/domain/audit/actor";
import { lastDone } from "~/domain/audit/queries-acts.server";
import { recordAction } from "~/domain/audit/record-action.server";
import { createHousehold } from "~/domain/households/create-household.server";
import type { HelpedRegistrationForm } from "~/domain/households/forms-registration";
import { findRegistered } from "~/domain/households/queries-membership.server";
import { createUser } from "~/domain/identity/create-user.server";
import { noPassword } from "~/domain/identity/passwords.server";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import { findCommune } from "~/domain/places/queries.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";
import { joinTraining } from "./join-training.server";
import { CONSENT_VERSION } from "./register-household.server";

export type RegisterHelpedFailure = "helped_phone_taken" | "commune_elsewhere";

/**
 * An agent registers a household from what it says or from its sheet. Its phone has proved nothing: nobody is let in by
 * it but who is sent a code, and the agent may do nothing for the household before it has agreed. The same form sent
 * again answers as the first time.
 */
export async function registerHelped(
  actor: UserActor,
  form: HelpedRegistrationForm,
): Promise<Result<{ slug: string }, RegisterHelpedFailure>> {
  return inTransaction((tx) => registerHelpedIn(tx, actor, form));
}

/** The same, as part of what else is written (`register-once`). */
export async function registerHelpedIn(
  tx: Transaction,
  actor: UserActor,
  { consent: _, ...household }: HelpedRegistrationForm,
): Promise<Result<{ householdId: string; slug: string }, RegisterHelpedFailure>> {
  const commune = await findCommune(household.communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) return fail("commune_elsewhere");
  const { phone, contactName } = household;
  const user = await createUser(tx, {
    phone,
    fullName: contactName,
    passwordHash: noPassword(),
    phoneProvenAt: null,
    role: "household_member",
    language: "vi",
  });
  if (!user.ok) {
    const known = await findUserByPhone(tx, phone);
    const first = known && (await findRegistered(tx, { ...household, memberId: known.userId }));
    const isOwn = first && (await isRegisteredBy(tx, actor.userId, first.householdId));
    return isOwn ? succeed(first) : fail("helped_phone_taken");
  }
  const created = await createHousehold(tx, { ...household, memberId: user.value.userId });
  const { householdId, slug } = created;
  await recordAction(tx, {
    actor: { ...actor, onBehalfOfId: householdId },
    action: "household.register",
    subject: { kind: "household", id: householdId },
    after: { slug, communeCode: household.communeCode, consentVersion: CONSENT_VERSION },
  });
  await joinTraining(tx, { phone, householdId });
  return succeed(created);
}

async function isRegisteredBy(tx: Transaction, agentId: string, householdId: string) {
  const subject = { kind: "household", id: householdId } as const;
  const registered = { action: "household.register", subject, actorId: agentId };
  return (await lastDone(tx, registered)) !== null;
}
