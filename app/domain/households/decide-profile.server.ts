import { eq } from "drizzle-orm";
import { households, profileChanges } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMoveProfile } from "./profile-status";

export type ProfileDecision = {
  changeId: string;
  actorId: string | null;
} & ({ to: "approved" } | { to: "rejected"; reason: string });

export type ProfileDecided = {
  householdId: string;
  /** False when the same was decided before: nothing was written. */
  hasMoved: boolean;
  /** The photo that a new one took the place of. */
  photoIdToDiscard: string | null;
};

/** Shows what a household sent from now on, or sends it back with a reason and leaves what is shown. */
export async function decideProfile(
  tx: Transaction,
  decision: ProfileDecision,
): Promise<Result<ProfileDecided, "profile_not_found" | "profile_already_decided">> {
  const { changeId, actorId, to } = decision;
  const [change] = await tx
    .select()
    .from(profileChanges)
    .where(eq(profileChanges.id, changeId))
    .limit(1);
  if (!change) return fail("profile_not_found");
  const { householdId, status, story, storyEn, photo } = change;
  if (status === to) return succeed({ householdId, hasMoved: false, photoIdToDiscard: null });
  if (!mayMoveProfile(status, to)) return fail("profile_already_decided");
  const reason = decision.to === "rejected" ? decision.reason : null;
  await tx
    .update(profileChanges)
    .set({ status: to, reason, decidedAt: now(), deciderId: actorId })
    .where(eq(profileChanges.id, changeId));
  if (to === "rejected") return succeed({ householdId, hasMoved: true, photoIdToDiscard: null });
  const [household] = await tx
    .select({ photo: households.photo })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  await tx
    .update(households)
    .set({ story, storyEn, ...(photo ? { photo } : {}) })
    .where(eq(households.id, householdId));
  const before = household?.photo ?? null;
  const isLeft = before !== null && photo !== null && before.id !== photo.id;
  return succeed({ householdId, hasMoved: true, photoIdToDiscard: isLeft ? before.id : null });
}
