import { eq } from "drizzle-orm";
import { photos } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { loadOwnPhoto, type OwnPhotoCode } from "./load-own-photo.server";

/** Takes a photo away; its files are to be discarded once this has committed. */
export async function removePhoto(
  tx: Transaction,
  scope: Scope,
  input: { slug: string; photoId: string },
): Promise<Result<{ productId: string }, OwnPhotoCode>> {
  const photo = await loadOwnPhoto(tx, scope, input);
  if (!photo.ok) return photo;
  await tx.delete(photos).where(eq(photos.id, input.photoId));
  return succeed({ productId: photo.value.productId });
}
