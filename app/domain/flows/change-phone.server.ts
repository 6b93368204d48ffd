import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { householdIdsOf } from "~/domain/households/queries-membership.server";
import { isPhoneOfOthers } from "~/domain/households/queries-phone-changes.server";
import { endPhoneProofs } from "~/domain/identity/end-phone-proofs.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { phoneEnding } from "~/domain/identity/phone";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { setPhone } from "~/domain/identity/set-phone.server";
import { tryPhoneCode } from "~/domain/identity/try-phone-code.server";
import type { Proven } from "~/domain/identity/types";
import { voidPhoneChanges } from "~/domain/identity/void-phone-changes.server";
import { forgetBrowsers } from "~/domain/notices/forget-browsers.server";
import { holdPayees } from "~/domain/settlement/hold-payees.server";
import { ENTRY_WAIT_DAYS } from "~/domain/settlement/payout-rules";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { DAY_MS } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { movePhone } from "./move-phone.server";

export type ChangedPhone = Proven & { phone: string; hasMovedHousehold: boolean };
export type ChangePhoneCode =
  "code_wrong" | "code_gone" | "account_deleted" | "phone_of_account" | "phone_of_household";
type Changed = Result<ChangedPhone, ChangePhoneCode>;

/**
 * The digits that went to the new phone have come back: from now on it is the account's. Households that were reached by
 * the old number, addresses and places on lists that name it go along; accounts for payouts that were named lately wait
 * longer. Everybody is signed out, as with another password,
 * and the caller starts a session anew; what was sent to the old number proves nothing any more, and it is told. Of an
 * account or a household of others that has the number this is the first that anybody hears.
 */
export async function changePhone(
  actor: UserActor,
  typed: { codeId: string; digits: string },
): Promise<Changed> {
  // A wrong try has to be counted, so what is refused is no failure of the transaction.
  const { changed } = await inTransaction(async (tx) => ({
    changed: await take(tx, actor, typed),
  }));
  return changed;
}

async function take(
  tx: Transaction,
  actor: UserActor,
  { codeId, digits }: { codeId: string; digits: string },
): Promise<Changed> {
  const { userId } = actor;
  const code = await findPhoneCode(codeId, tx);
  if (code?.madeById !== userId) return fail("code_gone");
  const tried = await tryPhoneCode(tx, { codeId, typed: digits, purpose: "change" });
  if (tried.kind === "wrong") return fail("code_wrong", { left: tried.leftCount });
  if (tried.kind === "gone") return fail("code_gone");
  const { phone } = tried;
  if (await isPhoneOfOthers(tx, { userId, phone })) return fail("phone_of_household");
  const set = await setPhone(tx, { userId, phone });
  if (!set.ok) return set;
  const { change, passwordHash } = set.value;
  const isMoved = change !== null && (await follow(tx, actor, { ...change, phone }));
  return succeed({ userId, passwordHash, phone, hasMovedHousehold: isMoved });
}

type Followed = { id: string; oldPhone: string; changedAt: number; phone: string };

/** What goes along with it, and ends; answers whether a household is reached by the new number now. */
async function follow(
  tx: Transaction,
  actor: UserActor,
  { id, oldPhone, changedAt, phone }: Followed,
): Promise<boolean> {
  const { userId } = actor;
  const householdIds = await movePhone(tx, { userId, from: oldPhone, to: phone });
  const wait = ENTRY_WAIT_DAYS * DAY_MS;
  const ownerIds = await householdIdsOf(tx, userId);
  await holdPayees(tx, { ownerIds, namedAfter: changedAt - wait, until: changedAt + wait });
  await endSessions(tx, userId);
  await forgetBrowsers(tx, userId);
  for (const one of [oldPhone, phone]) await endPhoneProofs(tx, one);
  await voidPhoneChanges(tx, userId);
  await enqueueOutbox(tx, { kind: "phone_changed", key: id, payload: { changeId: id } });
  await recordAction(tx, {
    actor,
    action: "account.change_phone",
    subject: { kind: "user", id: userId },
    before: { phoneEnding: phoneEnding(oldPhone) },
    after: { phoneEnding: phoneEnding(phone), changeId: id, householdIds },
  });
  return householdIds.length > 0;
}
