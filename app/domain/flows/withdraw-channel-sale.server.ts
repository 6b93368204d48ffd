import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  withdrawChannelSale as withdraw,
  type ChannelWithdrawal,
  type WithdrawalProblem,
} from "~/domain/statistics/withdraw-channel-sale.server";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/** An officer takes a figure of another channel out of the sums, with a reason; sent twice it is withdrawn once. */
export async function withdrawChannelSale(
  actor: UserActor,
  input: Omit<ChannelWithdrawal, "enteredById">,
): Promise<Result<{ isRepeat: boolean }, WithdrawalProblem>> {
  return inTransaction(async (tx) => {
    const withdrawn = await withdraw(tx, { ...input, enteredById: actor.userId });
    if (!withdrawn.ok || withdrawn.value.isRepeat) return withdrawn;
    const { recordId, vintage, reason } = input;
    await recordAction(tx, {
      actor,
      action: "channel_sale.withdraw",
      subject: { kind: "channel_sale", id: recordId },
      after: { vintage, reason },
    });
    return withdrawn;
  });
}
