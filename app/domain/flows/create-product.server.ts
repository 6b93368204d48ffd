import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addLot } from "~/domain/catalog/add-lot.server";
import { addPhoto } from "~/domain/catalog/add-photo.server";
import {
  createProduct as createDraft,
  type ProductCreated,
} from "~/domain/catalog/create-product.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import type { NewProductForm } from "~/domain/catalog/forms";
import { storePhoto, type StoredPhoto } from "~/domain/catalog/store-photo.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import { fail, type Result } from "~/platform/result";

export type CreateProductInput = {
  productId: string;
  householdId: string;
  product: NewProductForm;
  /** The file as it was sent; null without one. */
  photo: Uint8Array | null;
};
export type CreateProductCode =
  "household_not_found" | PhotoCode | "product_not_found" | "product_not_editable";

/**
 * A household's new draft with its first lot and, if one was sent, its photo. Whatever fails, neither a row nor
 * a file is left behind; the same form sent twice makes one product.
 */
export async function createProduct(
  actor: Actor,
  scope: Scope,
  input: CreateProductInput,
): Promise<Result<ProductCreated, CreateProductCode>> {
  if (!isInScope(scope, input.householdId)) return fail("household_not_found");
  const stored = input.photo ? await storePhoto(input.photo) : null;
  if (stored && !stored.ok) return stored;
  const photo = stored?.value ?? null;
  let isPhotoKept = false;
  try {
    const result = await writeProduct(actor, scope, { ...input, photo });
    isPhotoKept = result.ok && result.value.isNew;
    return result;
  } finally {
    if (photo && !isPhotoKept) await discardPhoto(photo.id);
  }
}

async function writeProduct(
  actor: Actor,
  scope: Scope,
  input: Omit<CreateProductInput, "photo"> & { photo: StoredPhoto | null },
): Promise<Result<ProductCreated, CreateProductCode>> {
  const { productId, householdId } = input;
  const { stockCount, madeOn, expiresOn, priceVnd, ...words } = input.product;
  return inTransaction(async (tx) => {
    const created = await createDraft(tx, scope, {
      productId,
      householdId,
      words,
      priceVnd,
      actorId: actorIdOf(actor),
    });
    if (!created.ok || !created.value.isNew) return created;
    const { slug } = created.value;
    const lot = await addLot(tx, scope, {
      slug,
      lot: { lotId: newId("lot"), stockCount, madeOn, expiresOn },
    });
    if (!lot.ok) return lot;
    if (input.photo) {
      const added = await addPhoto(tx, scope, { slug, photo: input.photo, shownCount: 0 });
      invariant(added.ok, "a draft made in this transaction takes its first photo");
    }
    await recordAction(tx, {
      actor,
      action: "product.create",
      subject: { kind: "product", id: productId },
      after: { slug, priceVnd, stockCount, ...words },
    });
    return created;
  });
}
