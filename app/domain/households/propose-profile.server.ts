import { desc, eq } from "drizzle-orm";
import { households, profileChanges, type HouseholdPhoto } from "~db/schema/households";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ProfileForm } from "./forms-profile";

export type ProposedProfile = {
  /** False when this form came before, or this very profile waits or is shown already: nothing was written. */
  isNew: boolean;
  /** Whose files no row that counts names any more. */
  photoIdToDiscard: string | null;
};

/**
 * Sends what a household says of itself to the department; what was approved before stays shown. Another one that
 * still waits is replaced. A photo that was sent before and is not shown yet comes along when no new one is given.
 */
export async function proposeProfile(
  tx: Transaction,
  scope: Scope,
  input: {
    /** Made when the form was shown: the same form sent twice is one sending, its photo too. */
    changeId: string;
    householdId: string;
    words: ProfileForm;
    photo: HouseholdPhoto | null;
  },
): Promise<Result<ProposedProfile, "household_not_found">> {
  const { changeId, householdId, words } = input;
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const [household] = await tx
    .select({ story: households.story, storyEn: households.storyEn })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!household) return fail("household_not_found");
  const wasSent = (await tx.$count(profileChanges, eq(profileChanges.id, changeId))) > 0;
  if (wasSent) return succeed({ isNew: false, photoIdToDiscard: input.photo?.id ?? null });
  const [last] = await tx
    .select()
    .from(profileChanges)
    .where(eq(profileChanges.householdId, householdId))
    .orderBy(desc(profileChanges.sentAt), desc(profileChanges.id))
    .limit(1);
  const isUndecided = last?.status === "awaiting_approval" || last?.status === "rejected";
  const lastPhoto = isUndecided ? last.photo : null;
  const change = {
    story: words.story,
    storyEn: words.storyEn || null,
    photo: input.photo ?? lastPhoto,
  };
  const compared = last?.status === "awaiting_approval" ? last : household;
  const hasSameWords = compared.story === change.story && compared.storyEn === change.storyEn;
  const addsNothing = input.photo === null && hasSameWords;
  if (addsNothing && (last?.status === "awaiting_approval" || change.photo === null)) {
    return succeed({ isNew: false, photoIdToDiscard: null });
  }
  const occurredAt = now();
  if (last?.status === "awaiting_approval") {
    await tx
      .update(profileChanges)
      .set({ status: "replaced", decidedAt: occurredAt })
      .where(eq(profileChanges.id, last.id));
  }
  await tx.insert(profileChanges).values({
    id: changeId,
    householdId,
    ...change,
    status: "awaiting_approval",
    sentAt: occurredAt,
  });
  const isLeft = lastPhoto !== null && lastPhoto.id !== change.photo?.id;
  return succeed({ isNew: true, photoIdToDiscard: isLeft ? lastPhoto.id : null });
}
