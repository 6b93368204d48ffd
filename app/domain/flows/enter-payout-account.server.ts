import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { lastOfficerEntry } from "~/domain/households/queries-entry-codes.server";
import { lastPhoneChange } from "~/domain/households/queries-phone-changes.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { enterPayee } from "~/domain/settlement/enter-payee.server";
import { keepPayee } from "~/domain/settlement/keep-payee.server";
import { heldAfterEntry } from "~/domain/settlement/payout-rules";
import { loadPayee } from "~/domain/settlement/queries-disbursements-records.server";
import type { PayeeAccount } from "~/domain/settlement/types-disbursements";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * A household says where what it earns is to go. It is told so by its phone, and for three days nothing is paid there:
 * whoever said it may have been somebody else. Within two weeks of an entry by an officer's code, or of a change of a
 * member's phone, it waits until they are over; the account that stood before that is kept so long
 * (`take-account-back`).
 */
export async function enterPayoutAccount(
  actor: Actor,
  scope: Scope,
  input: { householdId: string; account: PayeeAccount },
): Promise<Result<null, "household_not_found">> {
  const { householdId: ownerId, account } = input;
  if (!isInScope(scope, ownerId)) return fail("household_not_found");
  return inTransaction(async (tx) => {
    const before = await loadPayee(tx, ownerId);
    const turns = [await lastOfficerEntry(tx, ownerId), await lastPhoneChange(tx, ownerId)];
    const heldUntil = heldAfterEntry(turns, now());
    if (before !== null && heldUntil !== null) {
      const lately = turns.filter((at) => heldAfterEntry([at], now()) !== null);
      const stoodBefore = lately.some((at) => at !== null && before.enteredAt < at);
      if (stoodBefore) await keepPayee(tx, { ownerId, payee: before, keptUntil: heldUntil });
    }
    const named = { ownerId, account, enteredById: null, actorId: actorIdOf(actor) };
    await enterPayee(tx, { ...named, heldUntil });
    const after = await loadPayee(tx, ownerId);
    await recordAction(tx, {
      actor,
      action: "payee.enter",
      subject: { kind: "payee", id: ownerId },
      before: endingsOf(before),
      after: endingsOf(after),
    });
    return succeed(null);
  });
}

const endingsOf = (payee: { bankBin: string; accountEnding: string } | null) =>
  payee && { bankBin: payee.bankBin, accountEnding: payee.accountEnding };
