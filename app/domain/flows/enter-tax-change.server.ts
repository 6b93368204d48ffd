import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  enterTaxChange as enter,
  type EnterTaxChangeCode,
} from "~/domain/settlement/enter-tax-change.server";
import type { NewTaxChange } from "~/domain/settlement/types-tax";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/** An officer proposes rates of a class, the yearly threshold, or whether anything is kept back, from a day on. */
export async function enterTaxChange(
  actor: UserActor,
  change: NewTaxChange,
): Promise<Result<{ isNew: boolean }, EnterTaxChangeCode>> {
  return inTransaction(async (tx) => {
    const entered = await enter(tx, { change, enteredById: actor.userId });
    if (!entered.ok || !entered.value.isNew) return entered;
    await recordAction(tx, {
      actor,
      action: "tax_change.propose",
      subject: { kind: `tax_${change.kind}`, id: change.id },
      after: { effectiveOn: change.effectiveOn, ...change.values },
    });
    return entered;
  });
}
