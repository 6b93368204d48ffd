import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { OFFICER_CODES_MAX } from "~/domain/households/entry-code-terms";
import type { EntryCodeForm } from "~/domain/households/forms-entry";
import { noteEntryCode } from "~/domain/households/note-entry-code.server";
import {
  findEntryHousehold,
  findEntryMember,
} from "~/domain/households/queries-entry-codes.server";
import { isDemoSignIn } from "~/domain/identity/is-demo-sign-in.server";
import { handPhoneCode } from "~/domain/identity/hand-phone-code.server";
import { normalisePhone } from "~/domain/identity/phone";
import { OFFICER_LIFE_MS } from "~/domain/identity/phone-code-limits";
import { inTransaction, type ReadDatabase } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { countDoorsOpened } from "./count-doors-opened.server";

export type GiveRefusal =
  | "household_not_found"
  | "household_without_account"
  | "household_phone_taken"
  | "demo_sign_in_code";
export type GiveEntryCodeFailure =
  GiveRefusal | "officer_codes_used_up" | "handed_codes_used_up" | "form_outdated";
export type GivenCode = { digits: string; phone: string; expiresAt: number };

/**
 * An officer hands a household that lost its way in the digits by which it comes in again, having said how they knew whom
 * they are for. Whether it came in before makes no difference, nor how it stands with the department. The same form sent
 * again shows the same digits.
 */
export async function giveEntryCode(
  actor: UserActor,
  input: EntryCodeForm & { slug: string },
): Promise<Result<GivenCode, GiveEntryCodeFailure>> {
  const { slug, codeId, recognisedBy, recognition } = input;
  return inTransaction(async (tx) => {
    const allowed = await mayGiveCode(tx, slug);
    if (!allowed.ok) return allowed;
    const { householdId, userId, phone } = allowed.value;
    const made = { codeId, madeById: actor.userId };
    const handed = await handPhoneCode(tx, { ...made, phone, lifeMs: OFFICER_LIFE_MS });
    if (!handed.ok) return handed;
    const { digits, expiresAt, isNew } = handed.value;
    if (isNew) {
      if ((await countDoorsOpened(tx, actor.userId)) >= OFFICER_CODES_MAX) {
        return fail("officer_codes_used_up");
      }
      const recognised = { by: recognisedBy, words: recognition };
      await noteEntryCode(tx, { ...made, householdId, userId, recognised, expiresAt });
      await recordAction(tx, {
        actor,
        action: "household.give_entry_code",
        subject: { kind: "household", id: householdId },
        after: { codeId, recognisedBy, recognition, expiresAt },
      });
    }
    return succeed({ digits, phone, expiresAt });
  });
}

/** Whose account the digits open, and the phone that is typed with them. */
export async function mayGiveCode(
  db: ReadDatabase,
  slug: string,
): Promise<Result<{ householdId: string; userId: string; phone: string }, GiveRefusal>> {
  const household = await findEntryHousehold(slug, db);
  if (!household) return fail("household_not_found");
  const member = await findEntryMember(db, household);
  if (!member) return fail("household_without_account");
  // Its number was taken back for it, and was somebody else's by then (`restore-phone`).
  if (normalisePhone(member.phone) === null) return fail("household_phone_taken");
  if (isDemoSignIn(member.phone)) return fail("demo_sign_in_code");
  return succeed({ householdId: household.id, ...member });
}
