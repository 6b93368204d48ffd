import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import { removeProfilePhoto as remove } from "~/domain/households/remove-profile-photo.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household takes its photo off its page, at once and without asking anyone. */
export async function removeProfilePhoto(
  actor: Actor,
  scope: Scope,
  input: { householdId: string },
): Promise<Result<null, "household_not_found">> {
  const result = await inTransaction(async (tx) => {
    const removed = await remove(tx, scope, input);
    if (removed.ok && removed.value.photoId !== null) {
      await recordAction(tx, {
        actor,
        action: "profile.remove_photo",
        subject: { kind: "household", id: input.householdId },
        before: { photoId: removed.value.photoId },
      });
    }
    return removed;
  });
  if (!result.ok) return result;
  if (result.value.photoId !== null) await discardPhoto(result.value.photoId);
  return succeed(null);
}
