import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { tellBalance } from "~/domain/settlement/tell-balance.server";
import { inTransaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";

/** No telecom can be asked by a program: an officer reads its app and says what it shows. */
export async function tellWalletBalance(
  actor: UserActor,
  { walletId, balanceVnd }: { walletId: string; balanceVnd: Vnd },
): Promise<void> {
  await inTransaction(async (tx) => {
    const ledgerVnd = await tellBalance(tx, { walletId, balanceVnd, toldById: actor.userId });
    await recordAction(tx, {
      actor,
      action: "reconciliation.tell_balance",
      subject: { kind: "mobile_wallet", id: walletId },
      after: { balanceVnd, ledgerVnd },
    });
  });
}
