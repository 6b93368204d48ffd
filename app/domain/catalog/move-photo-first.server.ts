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
): Promise<Result<{ productId: string; hasMoved: boolean }, OwnPhotoCode>> {
  const photo = await loadOwnPhoto(tx, scope, input);
  if (!photo.ok) return photo;
  const { productId, position, firstPosition } = photo.value;
  if (position === firstPosition) return succeed({ productId, hasMoved: false });
  await tx
    .update(photos)
    .set({ position: firstPosition - 1 })
    .where(eq(photos.id, input.photoId));
  return succeed({ productId, hasMoved: true });
}
