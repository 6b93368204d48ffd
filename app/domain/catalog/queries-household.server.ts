import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { lots, photos, products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { lacksLicence } from "./alcohol-licence";
import { loadOwnProduct, type ProductRow } from "./load-own-product.server";
import { PHOTOS_MAX } from "./photo-limits";
import { licensedUntilOf } from "./queries-licence.server";
import { listRemovable } from "./queries-removal.server";
import type { Photo } from "./types";
import type { OwnLot, OwnProduct, OwnProductPage, OwnProductSummary } from "./types-household";
import { editedWordsOf } from "./update-product.server";

const PAGE_SIZE = 50;
const MAX_LOTS = 50;

/**
 * A household's products in any state, what needs it first, then the newest, 50 a page; a page after the last is the
 * last. Null outside the scope.
 */
export async function listOwnProducts(
  scope: Scope,
  of: { householdId: string; page: number },
): Promise<OwnProductPage | null> {
  const { householdId } = of;
  if (!isInScope(scope, householdId)) return null;
  const total = await reader().$count(products, eq(products.householdId, householdId));
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(of.page, pageCount);
  const rows = await reader()
    .select()
    .from(products)
    .where(eq(products.householdId, householdId))
    .orderBy(sql`${products.status} = 'rejected' desc`, desc(products.createdAt), desc(products.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const photosOf = await listPhotos(rows.map((row) => row.id));
  const shown = rows.map((row) => summaryOf(row, photosOf.get(row.id)?.[0] ?? null));
  return { products: shown, page, pageCount };
}

/** One product of a household in the scope, in any state, or null. */
export async function findOwnProduct(scope: Scope, slug: string): Promise<OwnProduct | null> {
  const product = await loadOwnProduct(reader(), scope, slug);
  if (!product) return null;
  const { householdId } = product;
  const photosOf = await listPhotos([product.id]);
  const ownPhotos = photosOf.get(product.id) ?? [];
  return {
    ...summaryOf(product, ownPhotos[0] ?? null),
    photos: ownPhotos,
    id: product.id,
    householdId,
    words: editedWordsOf(product),
    statusReason: product.statusReason,
    lots: await listOwnLots(product.id),
    lacksLicence: lacksLicence(
      { ocopSet: product.ocopSet, licensedUntil: await licensedUntilOf(reader(), householdId) },
      localDateOf(now()),
    ),
    mayBeRemoved: (await listRemovable(reader(), [product.id])).length === 1,
  };
}

function summaryOf(row: ProductRow, photo: Photo | null): OwnProductSummary {
  const { slug, name, packLabel, priceVnd, ocopSet, status, availableCount } = row;
  return { slug, name, packLabel, priceVnd, ocopSet, status, availableCount, photo };
}

async function listPhotos(productIds: readonly string[]): Promise<Map<string, Photo[]>> {
  const rows = await reader()
    .select()
    .from(photos)
    .where(inArray(photos.productId, [...productIds]))
    .orderBy(asc(photos.position))
    .limit(productIds.length * PHOTOS_MAX);
  const photosOf = new Map<string, Photo[]>();
  for (const { productId, id, width, height, widths } of rows) {
    const known = photosOf.get(productId) ?? [];
    photosOf.set(productId, [...known, { id, width, height, widths }]);
  }
  return photosOf;
}

async function listOwnLots(productId: string): Promise<OwnLot[]> {
  const today = localDateOf(now());
  const rows = await reader()
    .select()
    .from(lots)
    .where(eq(lots.productId, productId))
    .orderBy(sql`${lots.onHandCount} = 0`, desc(lots.madeOn), asc(lots.code))
    .limit(MAX_LOTS);
  return rows.map(({ code, madeOn, expiresOn, onHandCount, reservedCount, recalledAt }) => ({
    code,
    madeOn,
    expiresOn,
    onHandCount,
    reservedCount,
    isExpired: expiresOn !== null && expiresOn <= today,
    isRecalled: recalledAt !== null,
  }));
}
