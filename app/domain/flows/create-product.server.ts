import type { Actor } from "~/domain/audit/actor";
import type { ProductCreated } from "~/domain/catalog/create-product.server";
import { discardPhoto } from "~/domain/catalog/discard-photo.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import type { NewProductForm } from "~/domain/catalog/forms";
import { storePhoto } from "~/domain/catalog/store-photo.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { fail, type Result } from "~/platform/result";
import { writeProduct } from "./write-product.server";

export type CreateProductInput = {
  productId: string;
  householdId: string;
  product: NewProductForm;
  /** The file as it was sent; null without one. */
  photo: Uint8Array | null;
};
export type CreateProductCode = "household_not_found" | PhotoCode | "product_not_found";

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
    const result = await inTransaction((tx) =>
      writeProduct(tx, { actor, scope }, { ...input, photo }),
    );
    isPhotoKept = result.ok && result.value.isNew;
    return result;
  } finally {
    if (photo && !isPhotoKept) await discardPhoto(photo.id);
  }
}
