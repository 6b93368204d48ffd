import { actorIdOf, actorKindOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { liftRecall as endRecall } from "~/domain/catalog/lift-recall.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department ends a recall, with a reason; what was said before stays on record. */
export async function liftRecall(
  actor: Actor,
  input: { lotCode: string; reason: string },
): Promise<Result<null, "lot_not_found">> {
  return inTransaction(async (tx) => {
    const by = { actorId: actorIdOf(actor), actorKind: actorKindOf(actor) };
    const lifted = await endRecall(tx, { ...input, ...by });
    if (!lifted.ok) return lifted;
    const { lotId, availableCount, isNew } = lifted.value;
    if (isNew) {
      await recordAction(tx, {
        actor,
        action: "lot.lift_recall",
        subject: { kind: "lot", id: lotId },
        after: { ...input, availableCount },
      });
    }
    return succeed(null);
  });
}
