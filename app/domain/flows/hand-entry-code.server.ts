import type { UserActor } from "~/domain/audit/actor";
import { lastDone } from "~/domain/audit/queries-acts.server";
import { recordAction } from "~/domain/audit/record-action.server";
import { hasStopped } from "~/domain/households/queries-delegations.server";
import { noteEntryCode } from "~/domain/households/note-entry-code.server";
import {
  findUsedEntryCode,
  hasRefusedCodeOf,
} from "~/domain/households/queries-entry-codes.server";
import type { EntryCode } from "~/domain/households/types-entry";
import { findShop } from "~/domain/households/queries-membership.server";
import { handPhoneCode } from "~/domain/identity/hand-phone-code.server";
import { HANDED_LIFE_MS } from "~/domain/identity/phone-code-limits";
import { findUserByPhone } from "~/domain/identity/queries-phones.server";
import { inTransaction, type ReadDatabase } from "~/platform/db.server";
import { formatInstant } from "~/platform/period";
import { fail, succeed, type Failure, type Result } from "~/platform/result";

type CameIn = "household_came_in" | "household_came_in_by_code";
export type HandRefusal = "code_not_yours" | CameIn | "household_decided";
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
    const { phone, userId } = allowed.value;
    const made = { codeId, madeById: agentId };
    const handed = await handPhoneCode(tx, { ...made, phone, lifeMs: HANDED_LIFE_MS });
    if (!handed.ok) return handed;
    const { digits, expiresAt, isNew } = handed.value;
    if (isNew) {
      await noteEntryCode(tx, { ...made, householdId, userId, recognised: null, expiresAt });
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
): Promise<Result<{ phone: string; userId: string }, HandRefusal>> {
  const { agentId, householdId } = pair;
  const subject = { kind: "household", id: householdId } as const;
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
  // A password that was taken away again does not give the door back to a helper.
  const used = await findUsedEntryCode(db, householdId);
  if (used !== null || !isNeverEntered(user)) return cameIn(used);
  if (shop.status !== "pending") return fail("household_decided");
  if ((await hasStopped(db, pair)) || (await hasRefusedCodeOf(db, pair))) {
    return fail("code_not_yours");
  }
  return succeed({ phone: shop.phone, userId: user.userId });
}

/** With whose digits, where somebody handed them over: the household may know nothing of it. */
function cameIn(used: EntryCode | null): Failure<CameIn> {
  if (used?.usedAt == null) return fail("household_came_in");
  const detail = { name: used.makerName, time: formatInstant(used.usedAt) };
  return fail("household_came_in_by_code", detail);
}

/** No code has opened it, and nobody has chosen its password. */
export function isNeverEntered(user: {
  role: string;
  phoneProvenAt: number | null;
  hasPassword: boolean;
}): boolean {
  return user.role === "household_member" && user.phoneProvenAt === null && !user.hasPassword;
}
