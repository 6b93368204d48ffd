import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { enterPayee } from "~/domain/settlement/enter-payee.server";
import type { PayeeAccount } from "~/domain/settlement/types-disbursements";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Where an owner's money is to be paid back to, as the buyer or an officer says; who said it is kept, and not what. */
export async function enterRefundAccount(
  actor: Actor,
  input: { ownerId: string; account: PayeeAccount },
): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    await enterPayee(tx, { ...input, enteredById: actorIdOf(actor) });
    await recordAction(tx, {
      actor,
      action: "payee.enter",
      subject: { kind: "payee", id: input.ownerId },
      after: { bankBin: input.account.bankBin },
    });
    return succeed(null);
  });
}
