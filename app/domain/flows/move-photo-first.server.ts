import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { OwnPhotoCode } from "~/domain/catalog/load-own-photo.server";
import { movePhotoFirst as moveFirst } from "~/domain/catalog/move-photo-first.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Makes a photo the one that lists and shared links show. */
export async function movePhotoFirst(
  actor: Actor,
  scope: Scope,
  input: { slug: string; photoId: string },
): Promise<Result<null, OwnPhotoCode>> {
  return inTransaction(async (tx) => {
    const moved = await moveFirst(tx, scope, input);
    if (!moved.ok) return moved;
    const { productId, hasMoved } = moved.value;
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action: "product.move_photo_first",
        subject: { kind: "product", id: productId },
        after: { photoId: input.photoId },
      });
    }
    return succeed(null);
  });
}
