import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addPhoto as addStoredPhoto } from "~/domain/catalog/add-photo.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { fail, succeed, type Result } from "~/platform/result";

export type AddPhotoCode = "product_not_found" | "product_not_editable" | "photo_unreadable";

/** Gives a product the photo that was sent, in place of the one before; on failure the one before stays. */
export async function addPhoto(
  actor: Actor,
  scope: Scope,
  input: { slug: string; photo: Uint8Array },
): Promise<Result<null, AddPhotoCode>> {
  // Decoding a photo is work: not for a product that this person may not touch.
  if (!(await findOwnProduct(scope, input.slug))) return fail("product_not_found");
  const stored = await storePhoto(input.photo);
  if (!stored.ok) return stored;
  const photo = stored.value;
  let filesToDiscard = [photo.id as string];
  try {
    const result = await inTransaction(async (tx) => {
      const added = await addStoredPhoto(tx, scope, { slug: input.slug, photo });
      if (!added.ok) return added;
      await recordAction(tx, {
        actor,
        action: "product.add_photo",
        subject: { kind: "product", id: added.value.productId },
        before: { photoIds: added.value.replacedPhotoIds },
        after: { photoIds: [photo.id] },
      });
      return added;
    });
    if (!result.ok) return result;
    filesToDiscard = result.value.replacedPhotoIds;
    return succeed(null);
  } finally {
    await discardFiles(filesToDiscard);
  }
}

async function discardFiles(photoIds: readonly string[]): Promise<void> {
  for (const photoId of photoIds) {
    // No row names them any more: files that stay cost disk space, and nobody sees them.
    await discardPhoto(photoId).catch((error: unknown) => {
      logger.warn("photo files stay", { photoId, ...errorFields(error) });
    });
  }
}
