import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { ItemDecisionForm } from "~/domain/joining/forms";
import { noteStep, type StepCode } from "~/domain/joining/note-step.server";
import { findJoiningHousehold, listSentFiles } from "~/domain/joining/queries-checklists.server";
import { inTransaction } from "~/platform/db.server";
import { enqueueOutbox } from "~/platform/outbox.server";
import { fail, succeed, type Result } from "~/platform/result";

const ACTIONS = {
  verified: "joining.verify",
  sent_back: "joining.send_back",
  waived: "joining.waive",
} as const;

export type DecideItem = ItemDecisionForm & { slug: string; itemId: string };

/**
 * An officer has seen that an item is so, sends it back, or does without it. Seen elsewhere than in what was sent, it
 * needs a word of where. Evidence that is not to be kept is erased once this has committed.
 */
export async function decideItem(
  actor: UserActor,
  { slug, itemId, decision, reason, seen }: DecideItem,
): Promise<Result<null, StepCode | "household_not_found" | "item_seen_where">> {
  return inTransaction(async (tx) => {
    const household = await findJoiningHousehold(slug, tx);
    if (!household) return fail("household_not_found");
    const said = reason === "" ? null : reason;
    const step = { householdId: household.id, itemId, step: decision, reason: said, seen };
    const noted = await noteStep(tx, { ...step, actorId: actor.userId });
    if (!noted.ok) return noted;
    const { isNew, stepId, before } = noted.value;
    if (!isNew) return succeed(null);
    const { state, isErased } = before;
    if (decision === "verified" && state !== "sent" && said === null)
      return fail("item_seen_where");
    await recordAction(tx, {
      actor,
      action: ACTIONS[decision],
      subject: { kind: "household", id: household.id },
      before: { itemId, state },
      after: { itemId, step: decision, reason: said },
    });
    if (isErased) {
      const files = await listSentFiles(tx, { householdId: household.id, itemId });
      await enqueueOutbox(tx, { kind: "joining_evidence", key: stepId, payload: { files } });
    }
    return succeed(null);
  });
}
