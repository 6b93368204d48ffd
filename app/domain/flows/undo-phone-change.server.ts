import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { PhoneUndoForm } from "~/domain/households/forms-entry";
import { OFFICER_CODES_MAX } from "~/domain/households/entry-code-terms";
import { findEntryHousehold } from "~/domain/households/queries-entry-codes.server";
import { findChangeOfHousehold } from "~/domain/households/queries-phone-changes.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { countDoorsOpened, UNDO_PHONE_CHANGE } from "./count-doors-opened.server";
import { takeAccountBack, type AccountBack } from "./take-account-back.server";

export type UndoPhoneCode =
  "household_not_found" | "phone_change_not_found" | "phone_still_taken" | "officer_codes_used_up";

/**
 * An officer who recognised somebody of a household gives an account of it the number back that it had before a change: who
 * changed it was somebody else, with the SIM card or the password. What came after goes with it, as at a no to a code
 * (`refuse-entry-code`), and later changes too; the household comes in anew. Null: it was undone already.
 * `phone_still_taken`: another household, or who works for the market, comes in by the number before; nothing changes.
 * `officer_codes_used_up`: as many as codes that are handed over. `phone_change_not_found`: also where the number before is not
 * kept any more.
 */
export async function undoPhoneChange(
  actor: UserActor,
  input: PhoneUndoForm & { slug: string; changeId: string },
): Promise<Result<AccountBack | null, UndoPhoneCode>> {
  const { slug, changeId, recognisedBy, recognition } = input;
  return inTransaction(async (tx) => {
    const household = await findEntryHousehold(slug, tx);
    if (!household) return fail("household_not_found");
    const householdId = household.id;
    const change = await findChangeOfHousehold(tx, { householdId, changeId });
    if (!change) return fail("phone_change_not_found");
    if (change.undoneAt !== null) return succeed(null);
    if (change.oldPhone === null) return fail("phone_change_not_found");
    if ((await countDoorsOpened(tx, actor.userId)) >= OFFICER_CODES_MAX) {
      return fail("officer_codes_used_up");
    }
    const taken = { userId: change.userId, since: change.changedAt, until: null, isInHand: true };
    const back = await takeAccountBack(tx, { ...taken, actorId: actor.userId });
    if (back.phone !== "back") return fail("phone_still_taken");
    const { phone, payoutAccount } = back;
    await recordAction(tx, {
      actor,
      action: UNDO_PHONE_CHANGE,
      subject: { kind: "household", id: householdId },
      after: { changeId, recognisedBy, recognition, payoutAccount, phone },
    });
    return succeed(back);
  });
}
