import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import type { OwnPhotoCode } from "~/domain/catalog/load-own-photo.server";
import { removePhoto as removePhotoRow } from "~/domain/catalog/remove-photo.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Takes a photo of a product away, files and all. */
export async function removePhoto(
  actor: Actor,
  scope: Scope,
  input: { slug: string; photoId: string },
): Promise<Result<null, OwnPhotoCode>> {
  const removed = await inTransaction(async (tx) => {
    const result = await removePhotoRow(tx, scope, input);
    if (!result.ok) return result;
    await recordAction(tx, {
      actor,
      action: "product.remove_photo",
      subject: { kind: "product", id: result.value.productId },
      before: { photoId: input.photoId },
    });
    return result;
  });
  if (!removed.ok) return removed;
  await discardPhoto(input.photoId);
  return succeed(null);
}
