import type { UserActor } from "~/domain/audit/actor";
import { hasDone } from "~/domain/audit/queries-acts.server";
import { recordAction } from "~/domain/audit/record-action.server";
import { findShopPhone } from "~/domain/households/queries-membership.server";
import { handPhoneCode } from "~/domain/identity/hand-phone-code.server";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type HandEntryCodeFailure =
  "code_not_yours" | "household_came_in" | "handed_codes_used_up" | "form_outdated";

/**
 * An agent hands a household that they registered the digits by which it comes in for the first time, where no message
 * reaches it. Only before it ever came in: an account that its household holds is opened by no helper.
 */
export async function handEntryCode(
  actor: UserActor,
  { codeId, householdId }: { codeId: string; householdId: string },
): Promise<Result<{ digits: string; phone: string; expiresAt: number }, HandEntryCodeFailure>> {
  return inTransaction(async (tx) => {
    const subject = { kind: "household", id: householdId };
    const told = { actorId: actor.userId, action: "household.register", subject };
    if (!(await hasDone(tx, told))) return fail("code_not_yours");
    const phone = await findShopPhone(tx, householdId);
    const user = phone === null ? null : await findUserByPhone(tx, phone);
    if (phone === null || user === null) return fail("code_not_yours");
    if (!isNeverEntered(user)) return fail("household_came_in");
    const handed = await handPhoneCode(tx, { codeId, phone });
    if (!handed.ok) return handed;
    const { digits, expiresAt, isNew } = handed.value;
    if (isNew) {
      await recordAction(tx, {
        actor: { ...actor, onBehalfOfId: householdId },
        action: "household.hand_code",
        subject,
        after: { expiresAt },
      });
    }
    return succeed({ digits, phone, expiresAt });
  });
}

/** No code has opened it, and nobody has chosen its password. */
export function isNeverEntered(user: {
  role: string;
  phoneProvenAt: number | null;
  hasPassword: boolean;
}): boolean {
  return user.role === "household_member" && user.phoneProvenAt === null && !user.hasPassword;
}
