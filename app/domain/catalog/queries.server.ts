import {
  and,
  asc,
  countDistinct,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  sql,
} from "drizzle-orm";
import { photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { vnd } from "~/platform/money";
import { localDateOf, type LocalDate } from "~/platform/period";
import { OCOP_GROUPS, type OcopGroup } from "./ocop-sets";
import { searchProducts } from "./search-products.server";
import { setsOf } from "./search-terms";
import { isInSeason } from "./season";
import type { CommuneShelf, Photo, ProductCard, ProductFilter, ProductList } from "./types";
import { unitPriceOf } from "./unit-price";

export const PAGE_SIZE = 24;
const PHOTOS_PER_PRODUCT_MAX = 10;
const SEASONAL_MAX = 500;

/** On sale: published, by a household that may sell. */
export const isOnSale = and(eq(products.status, "published"), eq(households.status, "approved"));

/** The certificate of a product as long as it is valid that day. */
export function isValidCertificate(today: LocalDate) {
  return and(
    eq(certificates.id, products.certificateId),
    isNull(certificates.revokedOn),
    lte(certificates.issuedOn, today),
    gt(certificates.expiresOn, today),
  );
}

/** One page of the catalogue. @param page from 1; beyond the last it is the last */
export async function listProducts(
  filter: ProductFilter,
  page: number,
  language: Language,
): Promise<ProductList> {
  const text = filter.text?.trim() ?? "";
  const today = localDateOf(now());
  const searched = text === "" ? null : searchProducts(text, filter, today);
  const total = searched ? searched.ids.length : await countOnSale(filter, today);
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pageCount);
  const offset = (shown - 1) * PAGE_SIZE;
  const ids = searched
    ? searched.ids.slice(offset, offset + PAGE_SIZE)
    : await listIdsOnSale(filter, { today, offset, limit: PAGE_SIZE });
  return {
    cards: await listCards(ids, language),
    total,
    page: shown,
    pageCount,
    correctedText: searched?.correctedText ?? null,
  };
}

/** The newest on sale. */
export async function listNewProducts(limit: number, language: Language): Promise<ProductCard[]> {
  const ids = await listIdsOnSale({}, { today: localDateOf(now()), offset: 0, limit });
  return listCards(ids, language);
}

/** On sale, in stock and in their harvest months today; the newest first, no more than two of a household. */
export async function listSeasonProducts(
  limit: number,
  language: Language,
): Promise<ProductCard[]> {
  const today = localDateOf(now());
  const rows = await reader()
    .select({ id: products.id, householdId: products.householdId, season: products.season })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(and(isOnSale, isNotNull(products.season), gt(products.availableCount, 0)))
    .orderBy(desc(products.publishedAt), desc(products.id))
    .limit(SEASONAL_MAX);
  const perHousehold = new Map<string, number>();
  const ids: string[] = [];
  for (const row of rows) {
    const already = perHousehold.get(row.householdId) ?? 0;
    if (already >= 2 || !row.season || !isInSeason(row.season, today)) continue;
    perHousehold.set(row.householdId, already + 1);
    ids.push(row.id);
  }
  return listCards(ids.slice(0, limit), language);
}

/** What one household sells, the newest first. */
export async function listHouseholdProducts(
  householdSlug: string,
  language: Language,
): Promise<ProductCard[]> {
  const rows = await reader()
    .select({ id: products.id })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(and(isOnSale, eq(households.slug, householdSlug)))
    .orderBy(inStockFirst, desc(products.publishedAt), desc(products.id))
    .limit(100);
  return listCards(
    rows.map((row) => row.id),
    language,
  );
}

/** Cards of these products in this order; those not on sale are left out. */
export async function listCards(
  ids: readonly string[],
  language: Language,
): Promise<ProductCard[]> {
  if (ids.length === 0) return [];
  const rows = await reader()
    .select({
      product: products,
      stars: certificates.stars,
      householdName: households.name,
      communeName: communes.name,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(certificates, isValidCertificate(localDateOf(now())))
    .where(and(isOnSale, inArray(products.id, [...ids])))
    .limit(ids.length);
  const photoOf = await firstPhotosOf(ids);
  const cards = new Map(
    rows.map(({ product, ...row }): [string, ProductCard] => [
      product.id,
      {
        id: product.id,
        slug: product.slug,
        ...namesOf(product, language),
        priceVnd: vnd(product.priceVnd),
        unitPrice: unitPriceOf(product),
        ocopSet: product.ocopSet,
        photo: photoOf.get(product.id) ?? null,
        stars: row.stars,
        householdName: row.householdName,
        communeName: row.communeName,
        isAvailable: product.availableCount > 0,
      },
    ]),
  );
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** How many products each group has on sale. */
export async function countByGroup(): Promise<Record<OcopGroup, number>> {
  const rows = await reader()
    .select({ set: products.ocopSet, count: countDistinct(products.id) })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(isOnSale)
    .groupBy(products.ocopSet)
    .limit(26);
  const counts = { food: 0, drink: 0, herbal: 0, craft: 0, living: 0, tourism: 0 };
  for (const { set, count } of rows) {
    const group = OCOP_GROUPS.find(({ firstSet, lastSet }) => set >= firstSet && set <= lastSet);
    if (group) counts[group.code] += count;
  }
  return counts;
}

/** The communes that products on sale come from, the fullest shelf first. */
export async function listCommuneShelves(limit: number): Promise<CommuneShelf[]> {
  const productCount = countDistinct(products.id);
  return reader()
    .select({ code: communes.code, name: communes.name, productCount })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(isOnSale)
    .groupBy(communes.code, communes.name)
    .orderBy(desc(productCount), asc(communes.name))
    .limit(limit);
}

/** Name and pack label in a language, in Vietnamese where there is no other. */
export function namesOf(
  product: Pick<typeof products.$inferSelect, "name" | "nameEn" | "packLabel" | "packLabelEn">,
  language: Language,
): { name: string; packLabel: string } {
  if (language === "vi") return { name: product.name, packLabel: product.packLabel };
  return {
    name: product.nameEn ?? product.name,
    packLabel: product.packLabelEn ?? product.packLabel,
  };
}

const inStockFirst = sql`case when ${products.availableCount} > 0 then 0 else 1 end`;

function filterOf(filter: ProductFilter) {
  const sets = setsOf(filter);
  return and(
    isOnSale,
    sets.length > 0 ? inArray(products.ocopSet, sets) : undefined,
    filter.communeCode ? eq(households.communeCode, filter.communeCode) : undefined,
    filter.stars ? eq(certificates.stars, filter.stars) : undefined,
  );
}

async function countOnSale(filter: ProductFilter, today: LocalDate): Promise<number> {
  const [row] = await reader()
    .select({ count: countDistinct(products.id) })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .leftJoin(certificates, isValidCertificate(today))
    .where(filterOf(filter))
    .limit(1);
  return row?.count ?? 0;
}

async function listIdsOnSale(
  filter: ProductFilter,
  range: { today: LocalDate; offset: number; limit: number },
): Promise<string[]> {
  const rows = await reader()
    .select({ id: products.id })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .leftJoin(certificates, isValidCertificate(range.today))
    .where(filterOf(filter))
    .orderBy(inStockFirst, desc(products.publishedAt), desc(products.id))
    .limit(range.limit)
    .offset(range.offset);
  return rows.map((row) => row.id);
}

async function firstPhotosOf(productIds: readonly string[]): Promise<Map<string, Photo>> {
  const rows = await reader()
    .select()
    .from(photos)
    .where(inArray(photos.productId, [...productIds]))
    .orderBy(desc(photos.position))
    .limit(productIds.length * PHOTOS_PER_PRODUCT_MAX);
  return new Map(
    rows.map(({ id, width, height, widths, productId }) => [
      productId,
      { id, width, height, widths },
    ]),
  );
}
