import { eq } from "drizzle-orm";
import { photos } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { loadOwnPhoto, type OwnPhotoCode } from "./load-own-photo.server";

/** The photo that lists show from now on; the others keep their order behind it. */
export async function movePhotoFirst(
  tx: Transaction,
  scope: Scope,
  input: { slug: string; photoId: string },
): Promise<Result<{ productId: string }, OwnPhotoCode>> {
  const photo = await loadOwnPhoto(tx, scope, input);
  if (!photo.ok) return photo;
  const { productId, firstPosition } = photo.value;
  await tx
    .update(photos)
    .set({ position: firstPosition - 1 })
    .where(eq(photos.id, input.photoId));
  return succeed({ productId });
}
