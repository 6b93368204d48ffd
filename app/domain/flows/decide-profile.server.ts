import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import {
  decideProfile as decide,
  type ProfileDecision,
} from "~/domain/households/decide-profile.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

type Decision =
  { changeId: string; to: "approved" } | { changeId: string; to: "rejected"; reason: string };

/** The department shows what a household sent of itself, or sends it back. The same decision sent twice is taken once. */
export async function decideProfile(
  actor: Actor,
  decision: Decision,
): Promise<Result<{ hasMoved: boolean }, "profile_not_found" | "profile_already_decided">> {
  const move: ProfileDecision = { ...decision, actorId: actorIdOf(actor) };
  const result = await inTransaction(async (tx) => {
    const decided = await decide(tx, move);
    if (!decided.ok || !decided.value.hasMoved) return decided;
    await recordAction(tx, {
      actor,
      action: decision.to === "approved" ? "profile.approve" : "profile.reject",
      subject: { kind: "household", id: decided.value.householdId },
      before: { status: "awaiting_approval" },
      after: decision,
    });
    return decided;
  });
  if (!result.ok) return result;
  const { hasMoved, photoIdToDiscard } = result.value;
  if (photoIdToDiscard !== null) await discardPhoto(photoIdToDiscard);
  return succeed({ hasMoved });
}
