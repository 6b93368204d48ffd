import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  enterRetailTotal as enter,
  type RetailTotalAnswer,
  type RetailTotalEntry,
  type RetailTotalProblem,
  type RetailTotalTyping,
} from "~/domain/statistics/enter-retail-total.server";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/**
 * An officer enters a vintage of the official denominator; the same values sent twice make one row, and doubtful
 * ones are asked about before anything is written.
 */
export async function enterRetailTotal(
  actor: Actor,
  input: Omit<RetailTotalEntry, "enteredById">,
  typing: RetailTotalTyping,
): Promise<Result<RetailTotalAnswer, RetailTotalProblem>> {
  return inTransaction(async (tx) => {
    const entered = await enter(tx, { ...input, enteredById: actorIdOf(actor) }, typing);
    if (!entered.ok || entered.value.outcome === "question" || entered.value.isRepeat) {
      return entered;
    }
    await recordAction(tx, {
      actor,
      action: "retail_total.enter",
      subject: { kind: "retail_total", id: entered.value.id },
      after: input,
    });
    return entered;
  });
}
