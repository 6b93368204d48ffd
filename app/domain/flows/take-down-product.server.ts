import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { mayBeTakenDown } from "~/domain/catalog/product-status";
import { findProductId } from "~/domain/catalog/queries-names.server";
import { largestPhotoPath, loadShown } from "~/domain/catalog/queries-shown.server";
import { takeDownProduct as takeDown } from "~/domain/catalog/take-down-product.server";
import { copyPhotos, dropCopies } from "~/domain/compliance/copy-photos.server";
import { keepContent } from "~/domain/compliance/keep-content.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";

type Takedown = { slug: string; reason: string };
type TakedownCode = "product_not_found" | "move_not_allowed";

/**
 * The department takes a product off sale at once, with a reason, and keeps a copy of what it says and shows: the
 * household may change both from then on. One that the household took off sale itself just before is kept too. The same
 * decision sent twice is taken once.
 */
export async function takeDownProduct(
  actor: UserActor,
  scope: Scope,
  input: Takedown,
): Promise<Result<{ hasMoved: boolean }, TakedownCode>> {
  const productId = await findProductId(input.slug);
  const shown = productId === null ? null : await loadShown(reader(), productId);
  if (!shown) return fail("product_not_found");
  const keptId = newId("kpt");
  const uploads = shown.photos.map((photo) => ({ id: photo.id, upload: largestPhotoPath(photo) }));
  const copied = await copyPhotos(keptId, mayBeTakenDown(shown.product.status) ? uploads : []);
  let named: ReadonlySet<string> = new Set();
  try {
    const taken = await inTransaction((tx) =>
      takeDownIn(tx, { actor, scope, input, keptId, copied }),
    );
    if (!taken.ok) return taken;
    named = taken.value.named;
    return succeed({ hasMoved: taken.value.hasMoved });
  } finally {
    // A photo may have gone since it was copied.
    await dropCopies(
      keptId,
      [...copied].filter((id) => !named.has(id)),
    );
  }
}

type Kept = {
  actor: UserActor;
  scope: Scope;
  input: Takedown;
  keptId: string;
  copied: ReadonlySet<string>;
};

/** `named`: the photos that the copy speaks of. */
type Taken = { hasMoved: boolean; named: ReadonlySet<string> };

async function takeDownIn(
  tx: Transaction,
  { actor, scope, input, keptId, copied }: Kept,
): Promise<Result<Taken, TakedownCode>> {
  const { reason } = input;
  const moved = await takeDown(tx, scope, { ...input, actorId: actor.userId });
  if (!moved.ok) return moved;
  const { id, from, hasMoved } = moved.value;
  if (!hasMoved) return succeed({ hasMoved, named: new Set() });
  const { product, photos } = present(await loadShown(tx, id), "it was just moved");
  const { slug, name, nameEn, description, descriptionEn } = product;
  const { packLabel, packLabelEn, ocopSet, priceVnd, householdId } = product;
  const words = { slug, name, nameEn, description, descriptionEn, packLabel, packLabelEn };
  await keepContent(tx, {
    id: keptId,
    subjectId: id,
    householdId,
    title: name,
    content: { kind: "product", ...words, ocopSet, priceVnd, reason },
    photos: photos.map((photo) => ({
      id: photo.id,
      width: photo.width,
      height: photo.height,
      isLost: !copied.has(photo.id),
    })),
    actorId: actor.userId,
  });
  await recordAction(tx, {
    actor,
    action: "product.take_down",
    subject: { kind: "product", id },
    before: { status: from },
    after: { status: "withdrawn", reason, keptId },
  });
  return succeed({ hasMoved, named: new Set(photos.map((photo) => photo.id)) });
}
