import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { enterTaxThreshold as enter } from "~/domain/settlement/enter-tax-threshold.server";
import type { NewTaxThreshold } from "~/domain/settlement/types-tax";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/** An officer enters from which revenue of a year on households are taxed. */
export async function enterTaxThreshold(
  actor: Actor,
  input: NewTaxThreshold,
): Promise<Result<{ isNew: boolean }, "tax_day_past">> {
  return inTransaction(async (tx) => {
    const entered = await enter(tx, { ...input, enteredById: actorIdOf(actor) });
    if (!entered.ok || !entered.value.isNew) return entered;
    const { ruleId, ...after } = input;
    await recordAction(tx, {
      actor,
      action: "tax_threshold.enter",
      subject: { kind: "tax_threshold", id: ruleId },
      after,
    });
    return entered;
  });
}
