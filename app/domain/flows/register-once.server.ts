import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { correctRegistration } from "~/domain/households/correct-registration.server";
import type { HelpedRegistrationForm } from "~/domain/households/forms-registration";
import { noteRegisteredSheet } from "~/domain/households/note-registered-sheet.server";
import { hasAnswered, listLiveDelegations } from "~/domain/households/queries-delegations.server";
import {
  findRegisteredSheet,
  type RegisteredSheet,
} from "~/domain/households/queries-registered-sheets.server";
import { otherWords } from "~/domain/households/registration-words";
import { endPhoneProofs } from "~/domain/identity/end-phone-proofs.server";
import { findUsedEntryCode } from "~/domain/households/queries-entry-codes.server";
import { correctPerson } from "~/domain/identity/correct-person.server";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import { findCommune } from "~/domain/places/queries.server";
import type { Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";
import { isNeverEntered } from "./hand-entry-code.server";
import { joinTraining } from "./join-training.server";
import { registerHelpedIn, type RegisterHelpedFailure } from "./register-helped.server";

export type RegisterOnceFailure = RegisterHelpedFailure | "sheet_sent_before" | "form_outdated";

/**
 * An agent registers a household under an id that their phone made: sent again it is the same household, and what was put
 * right on the phone since is put right here while nobody else could have changed it. Else the failure names the fields
 * that differ (`fields`, by commas). Answers the sheet as it stands.
 */
export async function registerOnce(
  tx: Transaction,
  actor: UserActor,
  { sheetId, household }: { sheetId: string; household: HelpedRegistrationForm },
): Promise<Result<RegisteredSheet, RegisterOnceFailure>> {
  const sheet = await findRegisteredSheet(tx, sheetId);
  if (sheet && sheet.agentId !== actor.userId) return fail("form_outdated");
  const { consent: _, ...words } = household;
  if (sheet === null) {
    const registered = await registerHelpedIn(tx, actor, household);
    if (!registered.ok) return registered;
    const { householdId, slug } = registered.value;
    const noted = { agentId: actor.userId, householdId, delegationId: null, photoHash: null };
    await noteRegisteredSheet(tx, { sheetId, ...noted });
    return succeed({ ...noted, slug, status: "pending", words });
  }
  const fields = otherWords(sheet.words, words);
  if (fields.length === 0) return succeed(sheet);
  const { householdId } = sheet;
  const user = await findUserByPhone(tx, sheet.words.phone);
  const hasEntered =
    !user || !isNeverEntered(user) || (await findUsedEntryCode(tx, householdId)) !== null;
  if (hasEntered || !(await isUntouched(tx, sheet))) {
    return fail("sheet_sent_before", { fields: fields.join(",") });
  }
  const commune = await findCommune(words.communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) return fail("commune_elsewhere");
  const { phone, contactName: fullName } = words;
  const corrected = await correctPerson(tx, { userId: user.userId, phone, fullName });
  if (!corrected.ok) return fail("helped_phone_taken");
  await correctRegistration(tx, { householdId, words });
  await recordAction(tx, {
    actor: { ...actor, onBehalfOfId: householdId },
    action: "household.correct_registration",
    subject: { kind: "household", id: householdId },
    after: { fields },
  });
  if (fields.includes("phone")) {
    // Digits that were handed over for the wrong number open nothing any more.
    await endPhoneProofs(tx, sheet.words.phone);
    await joinTraining(tx, { phone, householdId });
  }
  return succeed({ ...sheet, words });
}

/** It waits for the department, and has answered nobody: neither an agent by word nor a question. */
async function isUntouched(tx: Transaction, sheet: RegisteredSheet): Promise<boolean> {
  const { agentId, householdId, status, delegationId } = sheet;
  const pair = { agentId, householdId };
  if (status !== "pending" || (await hasAnswered(tx, householdId))) return false;
  const live = await listLiveDelegations(tx, pair);
  return live.every((one) => one.id === delegationId && one.status === "asked");
}
