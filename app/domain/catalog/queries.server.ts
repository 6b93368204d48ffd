import { and, desc, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import { photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import type { CertifiedStars } from "~/domain/certificates/certificate-levels";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { vnd } from "~/platform/money";
import { localDateOf, type LocalDate } from "~/platform/period";
import { searchProducts } from "./search-products.server";
import { setsOf } from "./search-terms";
import type { Photo, ProductCard, ProductFilter, ProductList } from "./types";
import { unitPriceOf } from "./unit-price";

export const PAGE_SIZE = 24;
const PHOTOS_PER_PRODUCT_MAX = 10;

/** On sale: published, by a household that may sell. */
export const isOnSale = and(eq(products.status, "published"), eq(households.status, "approved"));

/** The certificate of a product as long as it is valid that day. */
export function isValidCertificate(today: LocalDate) {
  return and(eq(certificates.id, products.certificateId), isValidOn(today));
}

function isValidOn(today: LocalDate) {
  return and(
    isNull(certificates.revokedOn),
    lte(certificates.issuedOn, today),
    gt(certificates.expiresOn, today),
  );
}

/** Sold out last, then the newest; the id makes it the same order every time. */
export const shelfOrder = [
  sql`case when ${products.availableCount} > 0 then 0 else 1 end`,
  desc(products.publishedAt),
  desc(products.id),
];

/**
 * On sale without joining the household: with it, choosing and counting are answered by the index
 * `products_shelf` alone, which at 100,000 products is the difference between 20 ms and a second.
 */
export function isOnShelf(communeCode?: string) {
  const sellers = reader()
    .select({ id: households.id })
    .from(households)
    .where(
      and(
        eq(households.status, "approved"),
        communeCode === undefined ? undefined : eq(households.communeCode, communeCode),
      ),
    );
  return and(eq(products.status, "published"), inArray(products.householdId, sellers));
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
  const total = searched
    ? searched.ids.length
    : await reader().$count(products, filterOf(filter, today));
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pageCount);
  const offset = (shown - 1) * PAGE_SIZE;
  const ids = searched
    ? searched.ids.slice(offset, offset + PAGE_SIZE)
    : await listIdsOnSale(filter, { today, offset });
  return {
    cards: await listCards(ids, language),
    total,
    page: shown,
    pageCount,
    correctedText: searched?.correctedText ?? null,
  };
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
    .orderBy(...shelfOrder)
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

function filterOf(filter: ProductFilter, today: LocalDate) {
  const sets = setsOf(filter);
  return and(
    isOnShelf(filter.communeCode),
    sets.length > 0 ? inArray(products.ocopSet, sets) : undefined,
    filter.stars ? inArray(products.certificateId, certificatesOf(filter.stars, today)) : undefined,
  );
}

function certificatesOf(stars: CertifiedStars, today: LocalDate) {
  return reader()
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(eq(certificates.stars, stars), isValidOn(today)));
}

async function listIdsOnSale(
  filter: ProductFilter,
  range: { today: LocalDate; offset: number },
): Promise<string[]> {
  const rows = await reader()
    .select({ id: products.id })
    .from(products)
    .where(filterOf(filter, range.today))
    .orderBy(...shelfOrder)
    .limit(PAGE_SIZE)
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
