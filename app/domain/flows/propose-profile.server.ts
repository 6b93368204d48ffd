import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import type { ProfileForm } from "~/domain/households/forms-profile";
import { proposeProfile as propose } from "~/domain/households/propose-profile.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type ProposeProfileCode = "household_not_found" | PhotoCode;

/** Sends what a household says of itself, with a photo or without, to the department. */
export async function proposeProfile(
  actor: Actor,
  scope: Scope,
  input: { changeId: string; householdId: string; words: ProfileForm; photo: Uint8Array | null },
): Promise<Result<{ isSent: boolean }, ProposeProfileCode>> {
  const { changeId, householdId, words } = input;
  // Decoding a photo is work: not for a household that this person may not touch.
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const stored = input.photo ? await storePhoto(input.photo) : succeed(null);
  if (!stored.ok) return stored;
  const photo = stored.value;
  let photoIdToDiscard: string | null = photo?.id ?? null;
  try {
    const result = await inTransaction(async (tx) => {
      const proposed = await propose(tx, scope, { changeId, householdId, words, photo });
      if (proposed.ok && proposed.value.isNew) {
        await recordAction(tx, {
          actor,
          action: "profile.propose",
          subject: { kind: "household", id: householdId },
          after: { changeId, ...words, photoId: photo?.id ?? null },
        });
      }
      return proposed;
    });
    if (!result.ok) return result;
    photoIdToDiscard = result.value.photoIdToDiscard;
    return succeed({ isSent: result.value.isNew });
  } finally {
    if (photoIdToDiscard !== null) await discardPhoto(photoIdToDiscard);
  }
}
