import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  withdrawTariff as withdraw,
  type WithdrawTariffCode,
} from "~/domain/fulfilment/withdraw-tariff.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer takes back a tariff that is not in force yet. */
export async function withdrawTariff(
  actor: Actor,
  input: { tariffId: string },
): Promise<Result<null, WithdrawTariffCode>> {
  return inTransaction(async (tx) => {
    const withdrawn = await withdraw(tx, input);
    if (!withdrawn.ok) return withdrawn;
    if (withdrawn.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "shipping_tariff.withdraw",
        subject: { kind: "shipping_tariff", id: input.tariffId },
        before: { effectiveOn: withdrawn.value.effectiveOn },
      });
    }
    return succeed(null);
  });
}
