import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addLot } from "~/domain/catalog/add-lot.server";
import { addPhoto } from "~/domain/catalog/add-photo.server";
import {
  createProduct as createDraft,
  type ProductCreated,
} from "~/domain/catalog/create-product.server";
import type { NewProductForm } from "~/domain/catalog/forms";
import type { Season } from "~/domain/catalog/season";
import type { StoredPhoto } from "~/domain/catalog/store-photo.server";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { invariant } from "~/platform/invariant";
import type { Result } from "~/platform/result";

export type WrittenProduct = {
  productId: string;
  householdId: string;
  product: NewProductForm;
  photo: StoredPhoto | null;
  /** The months of its harvest: there is no lot of it yet. */
  season?: Season | null;
};

/** A draft with its first lot, its photo and its entry in the audit; the same id twice is one product. */
export async function writeProduct(
  tx: Transaction,
  { actor, scope }: { actor: Actor; scope: Scope },
  { productId, householdId, photo, season = null, ...input }: WrittenProduct,
): Promise<Result<ProductCreated, "household_not_found" | "product_not_found">> {
  const { stockCount, madeOn, expiresOn, priceVnd, ...words } = input.product;
  const created = await createDraft(tx, scope, {
    productId,
    householdId,
    words,
    priceVnd,
    season,
    actorId: actorIdOf(actor),
  });
  if (!created.ok || !created.value.isNew) return created;
  const { slug } = created.value;
  if (season === null) {
    const lot = { lotId: newId("lot"), stockCount, madeOn, expiresOn };
    const added = await addLot(tx, scope, { slug, lot });
    if (!added.ok) return added;
  }
  if (photo) {
    const added = await addPhoto(tx, scope, { slug, photo, shownCount: 0 });
    invariant(added.ok, "a draft made in this transaction takes its first photo");
  }
  await recordAction(tx, {
    actor,
    action: "product.create",
    subject: { kind: "product", id: productId },
    after: { slug, priceVnd, stockCount, ...(season ? { season } : {}), ...words },
  });
  return created;
}
