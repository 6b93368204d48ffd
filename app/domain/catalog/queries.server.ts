import {
  and,
  desc,
  eq,
  gt,
  inArray,
  lte,
  notInArray,
  or,
  sql,
  type Placeholder,
} from "drizzle-orm";
import { photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { productRatings } from "~db/schema/reviews";
import { now } from "~/platform/clock.server";
import { builtOnce, reader, valuesOf } from "~/platform/db.server";
import { textFor, type Language } from "~/platform/language";
import { vnd } from "~/platform/money";
import { localDateOf, type LocalDate } from "~/platform/period";
import { ALCOHOL_SETS } from "./ocop-sets";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { searchShelf } from "./shelf/search-shelf";
import type { Photo, ProductCard, ProductFilter, ProductList, ProductNames } from "./types";
import { unitPriceOf } from "./unit-price";

export const PAGE_SIZE = 24;
const PHOTOS_PER_PRODUCT_MAX = 10;

/** On sale that day: published, by a household that may sell; alcohol as long as its licence lasts (`lacksLicence`). */
export function isOnSaleOn(today: LocalDate | Placeholder) {
  return and(
    eq(products.status, "published"),
    eq(households.status, "approved"),
    or(notInArray(products.ocopSet, [...ALCOHOL_SETS]), gt(households.alcoholLicensedUntil, today)),
  );
}

/** The certificate of a product as long as it is valid that day. */
export function isValidCertificate(today: LocalDate | Placeholder) {
  return and(eq(certificates.id, products.certificateId), isValidCertificateOn(today));
}

/** Any certificate that is confirmed and valid that day. */
export function isValidCertificateOn(today: LocalDate | Placeholder) {
  return and(
    eq(certificates.status, "confirmed"),
    lte(certificates.issuedOn, today),
    gt(certificates.expiresOn, today),
  );
}

/** One page of the catalogue with what it could be narrowed by. @param page from 1; beyond the last it is the last */
export async function listProducts(
  filter: ProductFilter,
  page: number,
  language: Language,
): Promise<ProductList> {
  const pageFrom = (number: number) =>
    searchShelf(currentShelf(), filter, {
      today: localDateOf(now()),
      offset: (number - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
  const asked = pageFrom(Math.max(1, page));
  const pageCount = Math.max(1, Math.ceil(asked.total / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pageCount);
  const { searchIds, countFacets, ...answer } = shown === page ? asked : pageFrom(shown);
  return {
    ...answer,
    facets: countFacets(),
    cards: await listCards(searchIds, language),
    page: shown,
    pageCount,
  };
}

const selectCards = builtOnce((db) =>
  db
    .select({
      id: products.id,
      searchId: products.searchId,
      slug: products.slug,
      name: products.name,
      nameEn: products.nameEn,
      packLabel: products.packLabel,
      packLabelEn: products.packLabelEn,
      priceVnd: products.priceVnd,
      contentQuantity: products.contentQuantity,
      contentUnit: products.contentUnit,
      ocopSet: products.ocopSet,
      availableCount: products.availableCount,
      stars: certificates.stars,
      buyerStars: {
        1: productRatings.star1Count,
        2: productRatings.star2Count,
        3: productRatings.star3Count,
        4: productRatings.star4Count,
        5: productRatings.star5Count,
      },
      householdName: households.name,
      communeName: communes.name,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(certificates, isValidCertificate(sql.placeholder("today")))
    .leftJoin(productRatings, eq(productRatings.productId, products.id))
    .where(
      and(isOnSaleOn(sql.placeholder("today")), inArray(products.searchId, valuesOf("searchIds"))),
    )
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** Cards of these products (`products.search_id`) in this order; those not on sale are left out. */
export async function listCards(
  searchIds: readonly number[],
  language: Language,
): Promise<ProductCard[]> {
  if (searchIds.length === 0) return [];
  const rows = await selectCards().execute({
    today: localDateOf(now()),
    searchIds: JSON.stringify(searchIds),
    limit: searchIds.length,
  });
  const photoOf = await firstPhotosOf(rows.map((row) => row.id));
  const cards = new Map(
    rows.map((row): [number, ProductCard] => [
      row.searchId,
      {
        id: row.id,
        searchId: row.searchId,
        slug: row.slug,
        ...namesOf(row, language),
        priceVnd: vnd(row.priceVnd),
        unitPrice: unitPriceOf(row),
        ocopSet: row.ocopSet,
        photo: photoOf.get(row.id) ?? null,
        stars: row.stars,
        buyerStars: row.buyerStars,
        householdName: row.householdName,
        communeName: row.communeName,
        isAvailable: row.availableCount > 0,
      },
    ]),
  );
  return searchIds.flatMap((searchId) => cards.get(searchId) ?? []);
}

/** Only the names of these products, in this order; those not on sale are left out. */
export async function listNames(
  searchIds: readonly number[],
  language: Language,
): Promise<
  ({ slug: string; communeName: string } & Pick<ProductNames, "name" | "nameLanguage">)[]
> {
  if (searchIds.length === 0) return [];
  const rows = await reader()
    .select({
      searchId: products.searchId,
      slug: products.slug,
      name: products.name,
      nameEn: products.nameEn,
      communeName: communes.name,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(and(isOnSaleOn(localDateOf(now())), inArray(products.searchId, [...searchIds])))
    .limit(searchIds.length);
  const named = new Map(rows.map((row) => [row.searchId, row]));
  return searchIds.flatMap((searchId) => {
    const row = named.get(searchId);
    if (!row) return [];
    const name = textFor(language, row.name, row.nameEn);
    const { slug, communeName } = row;
    return [{ slug, name: name.text, nameLanguage: name.language, communeName }];
  });
}

/** Name and pack label for a reader. */
export function namesOf(
  product: Pick<typeof products.$inferSelect, "name" | "nameEn" | "packLabel" | "packLabelEn">,
  language: Language,
): ProductNames {
  const name = textFor(language, product.name, product.nameEn);
  const packLabel = textFor(language, product.packLabel, product.packLabelEn);
  return {
    name: name.text,
    nameLanguage: name.language,
    packLabel: packLabel.text,
    packLabelLanguage: packLabel.language,
  };
}

const selectPhotos = builtOnce((db) =>
  db
    .select({
      productId: photos.productId,
      id: photos.id,
      width: photos.width,
      height: photos.height,
      widths: photos.widths,
    })
    .from(photos)
    .where(inArray(photos.productId, valuesOf("productIds")))
    .orderBy(desc(photos.position))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

async function firstPhotosOf(productIds: readonly string[]): Promise<Map<string, Photo>> {
  const rows = await selectPhotos().execute({
    productIds: JSON.stringify(productIds),
    limit: productIds.length * PHOTOS_PER_PRODUCT_MAX,
  });
  return new Map(rows.map(({ productId, ...photo }) => [productId, photo]));
}
