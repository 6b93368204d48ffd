import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import type { ProfileForm } from "~/domain/households/forms-profile";
import { proposeProfile as propose } from "~/domain/households/propose-profile.server";
import { profileStateOf } from "~/domain/households/queries-profile.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { readSent } from "./read-sent.server";

export type ProposeProfileCode = "household_not_found" | PhotoCode;

/** Sends what a household says of itself, with a photo or without, to the department. */
export async function proposeProfile(
  actor: Actor,
  scope: Scope,
  input: { changeId: string; householdId: string; words: ProfileForm; photo: SentFile | null },
): Promise<Result<{ isSent: boolean }, ProposeProfileCode>> {
  const { changeId, householdId, words } = input;
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  // Decoding a photo is work, and its parts are gone: not for a form that came twice.
  if ((await profileStateOf(changeId)) !== null) return succeed({ isSent: false });
  const stored = input.photo ? await readSent(input.photo, storePhoto) : succeed(null);
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
