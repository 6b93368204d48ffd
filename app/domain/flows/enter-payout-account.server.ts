import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { enterPayee } from "~/domain/settlement/enter-payee.server";
import { loadPayee } from "~/domain/settlement/queries-disbursements-records.server";
import type { PayeeAccount } from "~/domain/settlement/types-disbursements";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * A household says where what it earns is to go. It is told so by its phone, and for three days nothing is paid there:
 * whoever said it may have been somebody else.
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
    await enterPayee(tx, { ownerId, account, enteredById: null, actorId: actorIdOf(actor) });
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
