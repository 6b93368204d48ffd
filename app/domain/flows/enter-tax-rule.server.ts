import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { enterTaxRule as enter } from "~/domain/settlement/enter-tax-rule.server";
import type { NewTaxRule } from "~/domain/settlement/types-tax";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/** An officer enters what is kept back of a class of sales from a day on. */
export async function enterTaxRule(
  actor: Actor,
  input: NewTaxRule,
): Promise<Result<{ isNew: boolean }, "tax_day_past">> {
  return inTransaction(async (tx) => {
    const entered = await enter(tx, { ...input, enteredById: actorIdOf(actor) });
    if (!entered.ok || !entered.value.isNew) return entered;
    const { ruleId, ...after } = input;
    await recordAction(tx, {
      actor,
      action: "tax_rule.enter",
      subject: { kind: "tax_rule", id: ruleId },
      after,
    });
    return entered;
  });
}
