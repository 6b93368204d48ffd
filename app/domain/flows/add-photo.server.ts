import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addPhoto as addStoredPhoto } from "~/domain/catalog/add-photo.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { findOwnProduct } from "~/domain/catalog/queries-household.server";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { readSent } from "./read-sent.server";

export type AddPhotoCode =
  "product_not_found" | "product_not_editable" | "photos_changed" | "photos_full" | PhotoCode;

/** Gives a product a further photo; on failure neither a row nor a file is left behind. */
export async function addPhoto(
  actor: Actor,
  scope: Scope,
  input: { slug: string; photo: SentFile; shownCount: number },
): Promise<Result<null, AddPhotoCode>> {
  // Decoding a photo is work: not for a product that this person may not touch, nor for a form that came twice.
  const product = await findOwnProduct(scope, input.slug);
  if (!product) return fail("product_not_found");
  if (product.photos.length !== input.shownCount) return fail("photos_changed");
  const stored = await readSent(input.photo, storePhoto);
  if (!stored.ok) return stored;
  const photo = stored.value;
  let isKept = false;
  try {
    const result = await inTransaction(async (tx) => {
      const added = await addStoredPhoto(tx, scope, { ...input, photo });
      if (!added.ok) return added;
      await recordAction(tx, {
        actor,
        action: "product.add_photo",
        subject: { kind: "product", id: added.value.productId },
        after: { photoId: photo.id },
      });
      return added;
    });
    isKept = result.ok;
    return result.ok ? succeed(null) : result;
  } finally {
    if (!isKept) await discardPhoto(photo.id);
  }
}
