import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { loadPayee } from "~/domain/settlement/queries-disbursements-records.server";
import { enterPayee } from "~/domain/settlement/enter-payee.server";
import type { PayeeAccount } from "~/domain/settlement/types-disbursements";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** What may be told of an account in the record of who did what. */
const endingsOf = (payee: { bankBin: string; accountEnding: string } | null) =>
  payee && { bankBin: payee.bankBin, accountEnding: payee.accountEnding };

/** Where an owner's money is to be paid back to, as the buyer or an officer says; who said it is kept, and not what. */
export async function enterRefundAccount(
  actor: Actor,
  input: { ownerId: string; account: PayeeAccount },
): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const before = await loadPayee(tx, input.ownerId);
    const isOfficer = actor.kind === "user" && actor.role === "department_officer";
    const actorId = actorIdOf(actor);
    await enterPayee(tx, { ...input, actorId, enteredById: isOfficer ? actorId : null });
    const after = await loadPayee(tx, input.ownerId);
    await recordAction(tx, {
      actor,
      action: "payee.enter",
      subject: { kind: "payee", id: input.ownerId },
      before: endingsOf(before),
      after: endingsOf(after),
    });
    return succeed(null);
  });
}
