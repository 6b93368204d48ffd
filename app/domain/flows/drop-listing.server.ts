import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { leavePhoto } from "~/domain/catalog/leave-photo.server";
import { removeListing } from "~/domain/catalog/remove-listing.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household gives a draft up; its photo goes with it. */
export async function dropListing(
  actor: Actor,
  scope: Scope,
  listingId: string,
): Promise<Result<null, "listing_not_found">> {
  return inTransaction(async (tx) => {
    const removed = await removeListing(tx, scope, listingId);
    if (!removed.ok) return removed;
    const { answers } = removed.value;
    if (answers.photo?.value) await leavePhoto(tx, answers.photo.value.id);
    await recordAction(tx, {
      actor,
      action: "listing.drop",
      subject: { kind: "listing", id: listingId },
      before: answers,
    });
    return succeed(null);
  });
}
