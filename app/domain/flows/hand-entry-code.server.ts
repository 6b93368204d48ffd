import type { UserActor } from "~/domain/audit/actor";
import { lastDone } from "~/domain/audit/queries-acts.server";
import { recordAction } from "~/domain/audit/record-action.server";
import { hasStopped } from "~/domain/households/queries-delegations.server";
import { findShop } from "~/domain/households/queries-membership.server";
import { handPhoneCode } from "~/domain/identity/hand-phone-code.server";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import { inTransaction, type ReadDatabase } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type HandRefusal = "code_not_yours" | "household_came_in" | "household_decided";
export type HandEntryCodeFailure = HandRefusal | "handed_codes_used_up" | "form_outdated";

/**
 * An agent hands a household that they registered the digits by which it comes in for the first time, where no message
 * reaches it. Only before it ever came in, before the department has decided about it, and while it has not said no to
 * the agent: an account by which something is sold is opened by no helper.
 */
export async function handEntryCode(
  actor: UserActor,
  { codeId, householdId }: { codeId: string; householdId: string },
): Promise<Result<{ digits: string; phone: string; expiresAt: number }, HandEntryCodeFailure>> {
  return inTransaction(async (tx) => {
    const agentId = actor.userId;
    const allowed = await mayHandCode(tx, { agentId, householdId });
    if (!allowed.ok) return allowed;
    const { phone } = allowed.value;
    const handed = await handPhoneCode(tx, { codeId, phone, madeById: agentId });
    if (!handed.ok) return handed;
    const { digits, expiresAt, isNew } = handed.value;
    if (isNew) {
      await recordAction(tx, {
        actor: { ...actor, onBehalfOfId: householdId },
        action: "household.hand_code",
        subject: { kind: "household", id: householdId },
        after: { expiresAt },
      });
    }
    return succeed({ digits, phone, expiresAt });
  });
}

/** Whether this agent may, and to which phone. */
export async function mayHandCode(
  db: ReadDatabase,
  pair: { agentId: string; householdId: string },
): Promise<Result<{ phone: string }, HandRefusal>> {
  const { agentId, householdId } = pair;
  const subject = { kind: "household", id: householdId };
  const registered = { actorId: agentId, action: "household.register", subject };
  const registeredAt = await lastDone(db, registered);
  const stopped = { action: "helper.retire", subject: { kind: "user", id: agentId } };
  const stoppedAt = await lastDone(db, stopped);
  if (registeredAt === null || (stoppedAt !== null && stoppedAt >= registeredAt)) {
    return fail("code_not_yours");
  }
  const shop = await findShop(db, householdId);
  const user = shop && (await findUserByPhone(db, shop.phone));
  if (!shop || !user) return fail("code_not_yours");
  if (!isNeverEntered(user)) return fail("household_came_in");
  if (shop.status !== "pending") return fail("household_decided");
  if (await hasStopped(db, pair)) return fail("code_not_yours");
  return succeed({ phone: shop.phone });
}

/** No code has opened it, and nobody has chosen its password. */
export function isNeverEntered(user: {
  role: string;
  phoneProvenAt: number | null;
  hasPassword: boolean;
}): boolean {
  return user.role === "household_member" && user.phoneProvenAt === null && !user.hasPassword;
}
