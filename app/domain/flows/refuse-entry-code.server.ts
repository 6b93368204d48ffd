import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { noteEntryRefusal } from "~/domain/households/note-entry-refusal.server";
import { findEntryCode, listLaterEntryCodes } from "~/domain/households/queries-entry-codes.server";
import type { EntryCode } from "~/domain/households/types-entry";
import { endPhoneProofs } from "~/domain/identity/end-phone-proofs.server";
import { findUndoable } from "~/domain/identity/queries-phone-changes.server";
import { findAccount } from "~/domain/identity/queries.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { takeAccountBack, type AccountBack } from "./take-account-back.server";

/** The household at its desk, or an officer whom it called. */
export type EntryRefusal = { by: "household"; scope: Scope } | { by: "call"; reason: string };

/** What was taken back from whoever came in by it. */
export type RefusedEntry = AccountBack & { wasUsed: boolean };

const UNTOUCHED: AccountBack = { phone: null, isSignedOut: false, payoutAccount: "untouched" };

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
    if (!isNew) return succeed({ wasUsed, ...UNTOUCHED });
    const later = await listLaterEntryCodes(tx, code);
    const account = await findAccount(code.userId);
    // A later code has made this one void already, and is good itself.
    if (account && later.length === 0) await endPhoneProofs(tx, account.phone);
    const back = await takeBack(tx, { code, until: cameBackAfter(later), actorId: actor.userId });
    const { payoutAccount, phone } = back;
    await recordAction(tx, {
      actor,
      action: "household.refuse_entry_code",
      subject: { kind: "household", id: code.householdId },
      after: { codeId, by, reason, wasUsed, payoutAccount, phone },
    });
    return succeed({ wasUsed, ...back });
  });
}

async function takeBack(
  tx: Transaction,
  { code, ...rest }: { code: EntryCode; until: number | null; actorId: string },
): Promise<AccountBack> {
  const { userId, usedAt } = code;
  return usedAt === null
    ? UNTOUCHED
    : takeAccountBack(tx, { userId, since: usedAt, isInHand: false, ...rest });
}

export type ForeseenRefusal = {
  code: EntryCode;
  /** Everybody, and whoever says no too. */
  isSignedOut: boolean;
  /** The last three digits of the number that comes back, where one does. */
  phoneEnding: string | null;
};

/** Digits that this household may still say no to, and what that does; null: there are none. */
export async function foreseeRefusal(
  scope: Scope,
  codeId: string,
): Promise<ForeseenRefusal | null> {
  const code = await findEntryCode(reader(), codeId);
  if (!code || !isInScope(scope, code.householdId)) return null;
  const { userId, usedAt } = code;
  if (usedAt === null) return { code, isSignedOut: false, phoneEnding: null };
  const until = cameBackAfter(await listLaterEntryCodes(reader(), code));
  const undoable = await findUndoable(reader(), { userId, since: usedAt, until });
  const isSignedOut = until === null || undoable !== null;
  return { code, isSignedOut, phoneEnding: undoable?.oldEnding ?? null };
}

/** When somebody first came in by a later code that the household has not refused; null: nobody has. */
function cameBackAfter(later: readonly EntryCode[]): number | null {
  const own = later.filter(({ refusedAt }) => refusedAt === null);
  return own.findLast(({ usedAt }) => usedAt !== null)?.usedAt ?? null;
}

function isInReach(refusal: EntryRefusal, { householdId }: EntryCode): boolean {
  return refusal.by === "call" || isInScope(refusal.scope, householdId);
}
