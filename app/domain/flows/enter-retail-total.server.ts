import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  enterRetailTotal as enter,
  type EnteredRetailTotal,
  type RetailTotalEntry,
  type RetailTotalProblem,
} from "~/domain/statistics/enter-retail-total.server";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/** An officer enters a vintage of the official denominator; the same values sent twice make one row. */
export async function enterRetailTotal(
  actor: Actor,
  input: Omit<RetailTotalEntry, "enteredById">,
): Promise<Result<EnteredRetailTotal, RetailTotalProblem>> {
  return inTransaction(async (tx) => {
    const entered = await enter(tx, { ...input, enteredById: actorIdOf(actor) });
    if (!entered.ok || entered.value.isRepeat) return entered;
    await recordAction(tx, {
      actor,
      action: "retail_total.enter",
      subject: { kind: "retail_total", id: entered.value.id },
      after: input,
    });
    return entered;
  });
}
