import { and, asc, eq, gt, inArray, isNull, or, sum } from "drizzle-orm";
import { lots, photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { isValidCertificate } from "~/domain/catalog/queries.server";
import { shippingRulesOf } from "~/domain/households/queries-shipping.server";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { Offer } from "./types";

/**
 * What these products cost and whether they may be bought, today, by product id; ids of nothing are left out.
 * @param db the transaction where something is decided on it, else `reader()`
 */
export async function loadOffers(
  db: ReadDatabase,
  productIds: readonly string[],
): Promise<Map<string, Offer>> {
  const ids = [...productIds];
  const today = localDateOf(now());
  const rows = await db
    .select({ product: products, household: households, certificate: certificates })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .leftJoin(certificates, isValidCertificate(today))
    .where(inArray(products.id, ids))
    .limit(ids.length);
  const freeCounts = await countFreePacks(db, ids);
  const firstPhotos = await findFirstPhotos(db, ids);
  return new Map(
    rows.map(({ product, household, certificate }) => {
      const photo = firstPhotos.get(product.id);
      const offer: Offer = {
        productId: product.id,
        householdId: household.id,
        slug: product.slug,
        name: product.name,
        nameEn: product.nameEn,
        packLabel: product.packLabel,
        packLabelEn: product.packLabelEn,
        ocopSet: product.ocopSet,
        weightGrams: product.weightGrams,
        packageSize: product.packageSize,
        unitPriceVnd: product.priceVnd,
        stars: certificate?.stars ?? 0,
        householdName: household.name,
        householdSlug: household.slug,
        shippingRules: shippingRulesOf(household),
        isOnSale: product.status === "published" && household.status === "approved",
        availableCount: freeCounts.get(product.id) ?? 0,
        photoId: photo?.id ?? null,
        photoWidths: photo?.widths ?? [],
      };
      return [product.id, offer];
    }),
  );
}

/** Not `available_count`: that one counts lots that expired last night until they are swept. */
async function countFreePacks(db: ReadDatabase, productIds: string[]) {
  const rows = await db
    .select({
      productId: lots.productId,
      onHandCount: sum(lots.onHandCount).mapWith(Number),
      reservedCount: sum(lots.reservedCount).mapWith(Number),
    })
    .from(lots)
    .where(
      and(
        inArray(lots.productId, productIds),
        isNull(lots.recalledAt),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, localDateOf(now()))),
      ),
    )
    .groupBy(lots.productId)
    .limit(Math.max(productIds.length, 1));
  return new Map(rows.map((row) => [row.productId, row.onHandCount - row.reservedCount]));
}

async function findFirstPhotos(db: ReadDatabase, productIds: string[]) {
  const rows = await db
    .select({ id: photos.id, productId: photos.productId, widths: photos.widths })
    .from(photos)
    .where(inArray(photos.productId, productIds))
    .orderBy(asc(photos.productId), asc(photos.position), asc(photos.id))
    .limit(Math.max(productIds.length, 1) * 20);
  const first = new Map<string, { id: string; widths: number[] }>();
  for (const row of rows) if (!first.has(row.productId)) first.set(row.productId, row);
  return first;
}
