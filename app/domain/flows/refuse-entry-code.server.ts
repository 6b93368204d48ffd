import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { noteEntryRefusal } from "~/domain/households/note-entry-refusal.server";
import { findEntryCode, listLaterEntryCodes } from "~/domain/households/queries-entry-codes.server";
import { householdIdsOf } from "~/domain/households/queries-membership.server";
import type { EntryCode } from "~/domain/households/types-entry";
import { endPhoneProofs } from "~/domain/identity/end-phone-proofs.server";
import { hasChangedPhone } from "~/domain/identity/queries-phone-changes.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { restorePhone, type RestoredPhone } from "~/domain/identity/restore-phone.server";
import { voidPhoneChanges } from "~/domain/identity/void-phone-changes.server";
import { noPassword } from "~/domain/identity/passwords.server";
import { findAccount } from "~/domain/identity/queries.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { setPassword } from "~/domain/identity/set-password.server";
import { forgetBrowsers } from "~/domain/notices/forget-browsers.server";
import { removeEmail } from "~/domain/notices/remove-email.server";
import { takeBackPayee } from "~/domain/settlement/take-back-payee.server";
import type { PayeeTakenBack } from "~/domain/settlement/types-disbursements";
import { now } from "~/platform/clock.server";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { movePhone } from "./move-phone.server";

/** The household at its desk, or an officer whom it called. */
export type EntryRefusal = { by: "household"; scope: Scope } | { by: "call"; reason: string };

export type RefusedEntry = {
  wasUsed: boolean;
  /** Nobody is in by it any more, whoever says so too. */
  isSignedOut: boolean;
  /** Of the accounts for payouts that were named since. */
  payoutAccount: PayeeTakenBack;
};

/**
 * A household says that digits which were handed over were not for it. They are void; where somebody came in by them
 * already, everybody is signed out, the password they chose is gone, and so is every account for payouts that was named
 * since, for that which stood before while it is kept; a phone that was changed since is the one before again: the household
 * comes in anew. Where it did so by a later code before it said no, that way in stays unless a number comes back, and gone
 * is what was named until then. Said twice it is said once.
 */
export async function refuseEntryCode(
  actor: UserActor,
  { codeId, refusal }: { codeId: string; refusal: EntryRefusal },
): Promise<Result<RefusedEntry, "entry_code_not_found">> {
  return inTransaction(async (tx) => {
    const code = await findEntryCode(tx, codeId);
    if (!code || !isInReach(refusal, code)) return fail("entry_code_not_found");
    const { by } = refusal;
    const reason = "reason" in refusal ? refusal.reason : null;
    const wasUsed = code.usedAt !== null;
    const isNew = await noteEntryRefusal(tx, { codeId, by, byId: actor.userId, reason });
    if (!isNew) return succeed({ wasUsed, isSignedOut: false, payoutAccount: "untouched" });
    const later = await listLaterEntryCodes(tx, code);
    const account = await findAccount(code.userId);
    // A later code has made this one void already, and is good itself.
    if (account && later.length === 0) await endPhoneProofs(tx, account.phone);
    const cameBackAt = cameBackAfter(later);
    // A number that was changed opened the account for whoever has it, after the household came back too.
    const phone = await takePhoneBack(tx, code, cameBackAt);
    const isSignedOut = wasUsed && (cameBackAt === null || phone !== null);
    if (isSignedOut) await shutOut(tx, code.userId);
    const payoutAccount = await takeBack(tx, { code, cameBackAt, actorId: actor.userId });
    await recordAction(tx, {
      actor,
      action: "household.refuse_entry_code",
      subject: { kind: "household", id: code.householdId },
      after: { codeId, by, reason, wasUsed, payoutAccount, phone },
    });
    return succeed({ wasUsed, isSignedOut, payoutAccount });
  });
}

/** Digits that this household may still say no to, and whether that signs everybody out; null: there are none. */
export async function foreseeRefusal(
  scope: Scope,
  codeId: string,
): Promise<{ code: EntryCode; isSignedOut: boolean } | null> {
  const code = await findEntryCode(reader(), codeId);
  if (!code || !isInScope(scope, code.householdId)) return null;
  const later = await listLaterEntryCodes(reader(), code);
  const cameBackAt = cameBackAfter(later);
  if (code.usedAt === null) return { code, isSignedOut: false };
  const since = { userId: code.userId, since: code.usedAt, until: cameBackAt };
  const isSignedOut = cameBackAt === null || (await hasChangedPhone(reader(), since));
  return { code, isSignedOut };
}

/** When somebody first came in by a later code that the household has not refused; null: nobody has. */
function cameBackAfter(later: readonly EntryCode[]): number | null {
  const own = later.filter(({ refusedAt }) => refusedAt === null);
  return own.findLast(({ usedAt }) => usedAt !== null)?.usedAt ?? null;
}

function isInReach(refusal: EntryRefusal, { householdId }: EntryCode): boolean {
  return refusal.by === "call" || isInScope(refusal.scope, householdId);
}

async function shutOut(tx: Transaction, userId: string): Promise<void> {
  await setPassword(tx, { userId, passwordHash: noPassword() });
  await endSessions(tx, userId);
  await forgetBrowsers(tx, userId);
  await removeEmail(tx, userId);
}

/** What was named for the member's households until the household came back; of several the worst. */
async function takeBack(
  tx: Transaction,
  input: { code: EntryCode; cameBackAt: number | null; actorId: string },
): Promise<PayeeTakenBack> {
  const { code, cameBackAt, actorId } = input;
  if (code.usedAt === null) return "untouched";
  const named = { namedFrom: code.usedAt, namedUntil: cameBackAt ?? now() + 1, actorId };
  const outcomes: PayeeTakenBack[] = [];
  for (const ownerId of await householdIdsOf(tx, code.userId)) {
    outcomes.push(await takeBackPayee(tx, { ownerId, ...named }));
  }
  const worst = (["removed", "restored"] as const).find((one) => outcomes.includes(one));
  return worst ?? "untouched";
}

/** The number that whoever came in has changed; answers whether it is back, null where none was changed. */
async function takePhoneBack(
  tx: Transaction,
  { userId, usedAt }: EntryCode,
  cameBackAt: number | null,
): Promise<RestoredPhone["kind"] | null> {
  if (usedAt === null) return null;
  const restored = await restorePhone(tx, { userId, since: usedAt, until: cameBackAt });
  if (restored === null) return null;
  const { from, to, kind } = restored;
  await endPhoneProofs(tx, from);
  await voidPhoneChanges(tx, userId);
  await movePhone(tx, { userId, from, to });
  return kind;
}
