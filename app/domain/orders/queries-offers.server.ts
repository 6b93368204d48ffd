import { and, asc, eq, gt, inArray, isNull, or, sql, sum } from "drizzle-orm";
import { lots, photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { offSaleReasonOf } from "~/domain/catalog/lot-state";
import { isAlcohol, isService } from "~/domain/catalog/ocop-sets";
import { isValidCertificate } from "~/domain/catalog/queries.server";
import { now } from "~/platform/clock.server";
import { builtOnce, reader, valuesOf, type ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { CartLine } from "./cart-line";
import type { CartKinds } from "./forms";
import type { FreePacks } from "./free-packs";
import type { Offer } from "./types";

/** Of one product; what a household has entered beyond that is not sold at once. */
const EXPIRIES_MAX = 200;

const selectOffers = builtOnce((db) =>
  db
    .select({
      productId: products.id,
      householdId: households.id,
      slug: products.slug,
      name: products.name,
      nameEn: products.nameEn,
      packLabel: products.packLabel,
      packLabelEn: products.packLabelEn,
      ocopSet: products.ocopSet,
      taxClass: products.taxClass,
      weightGrams: products.weightGrams,
      packageSize: products.packageSize,
      unitPriceVnd: products.priceVnd,
      stars: certificates.stars,
      householdName: households.name,
      householdSlug: households.slug,
      status: products.status,
      householdStatus: households.status,
      licensedUntil: households.alcoholLicensedUntil,
      freshReach: households.freshReach,
      shipDays: households.shipDays,
      freeShippingFromVnd: households.freeShippingFromVnd,
      pickupPoints: households.pickupPoints,
      closure: households.closure,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .leftJoin(certificates, isValidCertificate(sql.placeholder("today")))
    .where(inArray(products.id, valuesOf("ids")))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/**
 * What these products cost and whether they may be bought, today, by product id; ids of nothing are left out.
 * @param db the transaction where something is decided on it, else `reader()`
 */
export async function loadOffers(
  db: ReadDatabase,
  productIds: readonly string[],
): Promise<Map<string, Offer>> {
  const today = localDateOf(now());
  const asked = { ids: JSON.stringify(productIds), today, limit: Math.max(productIds.length, 1) };
  const rows = await selectOffers(db).execute(asked);
  const freePacks = await listFreePacks(db, asked);
  return new Map(
    rows.map((found) => {
      const { status, householdStatus, licensedUntil, stars, ...rest } = found;
      const offSale = offSaleReasonOf(
        { status, householdStatus, licensedUntil, ocopSet: rest.ocopSet },
        today,
      );
      const { freshReach, shipDays, freeShippingFromVnd, pickupPoints, closure, ...row } = rest;
      const offer: Offer = {
        ...row,
        stars: stars ?? 0,
        shippingRules: { freshReach, shipDays, freeShippingFromVnd, pickupPoints, closure },
        offSale,
        free: freePacks.get(row.productId) ?? [],
      };
      return [row.productId, offer];
    }),
  );
}

const selectFreePacks = builtOnce((db) =>
  db
    .select({
      productId: lots.productId,
      expiresOn: lots.expiresOn,
      onHandCount: sum(lots.onHandCount).mapWith(Number),
      reservedCount: sum(lots.reservedCount).mapWith(Number),
    })
    .from(lots)
    .where(
      and(
        inArray(lots.productId, valuesOf("ids")),
        isNull(lots.recalledAt),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, sql.placeholder("today"))),
      ),
    )
    .groupBy(lots.productId, lots.expiresOn)
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** By product and last day. Not `available_count`: that one counts lots that expired last night until they are swept. */
async function listFreePacks(
  db: ReadDatabase,
  asked: { ids: string; today: string; limit: number },
): Promise<Map<string, FreePacks[]>> {
  const rows = await selectFreePacks(db).execute({ ...asked, limit: asked.limit * EXPIRIES_MAX });
  const free = new Map<string, FreePacks[]>();
  for (const { productId, expiresOn, onHandCount, reservedCount } of rows) {
    const packs = { expiresOn, packCount: onHandCount - reservedCount };
    free.set(productId, [...(free.get(productId) ?? []), packs]);
  }
  return free;
}

const selectKinds = builtOnce((db) =>
  db
    .select({
      productId: products.id,
      householdId: products.householdId,
      ocopSet: products.ocopSet,
      status: products.status,
      householdStatus: households.status,
      licensedUntil: households.alcoholLicensedUntil,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(inArray(products.id, valuesOf("ids")))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/**
 * The lines of a cart without products that never existed, and of what kinds is what can be bought: what has to be
 * known of a cart before its form is looked at, without pricing it.
 * @param pickups by household, where the buyer comes for it
 */
export async function checkCart(
  cart: readonly CartLine[],
  pickups: Readonly<Record<string, string>>,
): Promise<CartKinds & { lines: CartLine[] }> {
  const ids = JSON.stringify(cart.map((line) => line.productId));
  const rows = await selectKinds().execute({ ids, limit: Math.max(cart.length, 1) });
  const today = localDateOf(now());
  const known = new Set(rows.map((row) => row.productId));
  const sold = rows.filter((row) => offSaleReasonOf(row, today) === null);
  return {
    lines: cart.filter((line) => known.has(line.productId)),
    hasAlcohol: sold.some((row) => isAlcohol(row.ocopSet)),
    isSent: sold.some((row) => !isService(row.ocopSet) && !pickups[row.householdId]),
    hasService: sold.some((row) => isService(row.ocopSet)),
  };
}

const MAX_PHOTOS = 20;

/** The photo that stands first on each product's page, by product id. */
export async function findFirstPhotos(productIds: readonly string[]) {
  const rows = await reader()
    .select({ id: photos.id, productId: photos.productId, widths: photos.widths })
    .from(photos)
    .where(inArray(photos.productId, [...productIds]))
    .orderBy(asc(photos.productId), asc(photos.position), asc(photos.id))
    .limit(Math.max(productIds.length, 1) * MAX_PHOTOS);
  const first = new Map<string, { id: string; widths: number[] }>();
  for (const row of rows) if (!first.has(row.productId)) first.set(row.productId, row);
  return first;
}
