import { actorIdOf, actorKindOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { recallLot as takeBack, type RecallLotCode } from "~/domain/catalog/recall-lot.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Recalls a lot: by its household, or by the department. Sent twice it is recalled once. */
export async function recallLot(
  actor: Actor,
  scope: Scope,
  input: { lotCode: string; reason: string; instruction: string },
): Promise<Result<null, RecallLotCode>> {
  return inTransaction(async (tx) => {
    const by = { actorId: actorIdOf(actor), actorKind: actorKindOf(actor) };
    const recalled = await takeBack(tx, scope, { ...input, ...by });
    if (!recalled.ok) return recalled;
    const { lotId, availableCount, isNew } = recalled.value;
    if (isNew) {
      const { lotCode, reason, instruction } = input;
      await recordAction(tx, {
        actor,
        action: "lot.recall",
        subject: { kind: "lot", id: lotId },
        after: { lotCode, reason, instruction, availableCount },
      });
    }
    return succeed(null);
  });
}
