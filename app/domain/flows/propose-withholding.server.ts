import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { proposeWithholding as propose } from "~/domain/settlement/propose-withholding.server";
import type { NewWithholding } from "~/domain/settlement/types-tax";
import { inTransaction } from "~/platform/db.server";
import type { Result } from "~/platform/result";

/** An officer asks to switch withholding on or off from a day on. */
export async function proposeWithholding(
  actor: UserActor,
  input: NewWithholding,
): Promise<Result<{ isNew: boolean }, "tax_day_past">> {
  return inTransaction(async (tx) => {
    const proposed = await propose(tx, { ...input, proposedById: actor.userId });
    if (!proposed.ok || !proposed.value.isNew) return proposed;
    const { switchId, ...after } = input;
    await recordAction(tx, {
      actor,
      action: "withholding.propose",
      subject: { kind: "withholding", id: switchId },
      after,
    });
    return proposed;
  });
}
