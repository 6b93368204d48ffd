import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { formerProductSlugs, lots, photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { communes, provinces } from "~db/schema/places";
import { shippingRulesOf } from "~/domain/households/queries-shipping.server";
import { now } from "~/platform/clock.server";
import { builtOnce, reader } from "~/platform/db.server";
import { textFor, type Language } from "~/platform/language";
import { vnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { isOnSaleOn, isValidCertificate, namesOf } from "./queries.server";
import { offSaleReasonOf } from "./lot-state";
import { PHOTOS_MAX } from "./photo-limits";
import { isInSeason } from "./season";
import { excerptOf } from "./story-excerpt";
import type { CertificateFacts, ProductPage, SellerFacts } from "./types";
import { unitPriceOf } from "./unit-price";

const LOTS_MAX = 20;

const selectProduct = builtOnce((db) =>
  db
    .select({
      product: products,
      certificate: certificates,
      household: households,
      communeName: communes.name,
      provinceName: provinces.name,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .leftJoin(certificates, isValidCertificate(sql.placeholder("today")))
    .where(and(isOnSaleOn(sql.placeholder("today")), eq(products.slug, sql.placeholder("slug"))))
    .limit(1)
    .prepare(),
);

/** A product on sale with all that its page says, or null. */
export async function findProduct(slug: string, language: Language): Promise<ProductPage | null> {
  const today = localDateOf(now());
  const [row] = await selectProduct().execute({ slug, today });
  if (!row) return null;
  const { product } = row;
  const description = textFor(language, product.description, product.descriptionEn);
  return {
    id: product.id,
    searchId: product.searchId,
    slug: product.slug,
    ...namesOf(product, language),
    description: description.text,
    descriptionLanguage: description.language,
    priceVnd: vnd(product.priceVnd),
    unitPrice: unitPriceOf(product),
    ocopSet: product.ocopSet,
    weightGrams: product.weightGrams,
    packageSize: product.packageSize,
    communeName: row.communeName,
    availableCount: product.availableCount,
    isAvailable: product.availableCount > 0,
    season: product.season && { ...product.season, isNow: isInSeason(product.season, today) },
    photos: await selectPhotos().execute({ productId: product.id }),
    certificate: row.certificate && certificateFacts(row.certificate),
    lots: await selectLots().execute({ productId: product.id, today }),
    seller: sellerFacts(row.household, row, language),
    isSample: product.isSample,
  };
}

/** Where the product of an address is when it is not on sale there. */
export type ProductWhereabouts =
  | { kind: "moved"; slug: string }
  /** Was on sale once; what it is called now nobody has approved. */
  | { kind: "off_sale"; ocopSet: number };

/** For an address under which nothing is on sale; null when nothing ever was. */
export async function whereProductIs(slug: string): Promise<ProductWhereabouts | null> {
  // One after the other: joined by OR they would read every product.
  const [known] = await selectPlace().where(eq(products.slug, slug)).limit(1);
  const [product] = known
    ? [known]
    : await selectPlace()
        .innerJoin(formerProductSlugs, eq(formerProductSlugs.productId, products.id))
        .where(eq(formerProductSlugs.slug, slug))
        .limit(1);
  if (!product || product.publishedAt === null) return null;
  if (offSaleReasonOf(product, localDateOf(now())) !== null)
    return { kind: "off_sale", ocopSet: product.ocopSet };
  return product.slug === slug ? null : { kind: "moved", slug: product.slug };
}

function selectPlace() {
  return reader()
    .select({
      slug: products.slug,
      ocopSet: products.ocopSet,
      status: products.status,
      publishedAt: products.publishedAt,
      householdStatus: households.status,
      licensedUntil: households.alcoholLicensedUntil,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId));
}

function certificateFacts(certificate: typeof certificates.$inferSelect): CertificateFacts {
  const { stars, decisionNumber, issuerLevel, issuerName, issuedOn, expiresOn } = certificate;
  const { ocopCode, isSample } = certificate;
  return {
    stars,
    decisionNumber,
    issuerLevel,
    issuerName,
    issuedOn,
    expiresOn,
    ocopCode,
    isSample,
  };
}

function sellerFacts(
  household: typeof households.$inferSelect,
  place: { communeName: string; provinceName: string },
  language: Language,
): SellerFacts {
  const { slug, name, kind, phone, communeCode, photo, isSample } = household;
  const { communeName, provinceName } = place;
  const story = textFor(language, household.story, household.storyEn);
  return {
    slug,
    name,
    kind,
    phone,
    communeCode,
    communeName,
    provinceName,
    excerpt: excerptOf(story.text),
    excerptLanguage: story.language,
    photo,
    shippingRules: shippingRulesOf(household),
    isSample,
  };
}

const selectPhotos = builtOnce((db) =>
  db
    .select({ id: photos.id, width: photos.width, height: photos.height, widths: photos.widths })
    .from(photos)
    .where(eq(photos.productId, sql.placeholder("productId")))
    .orderBy(asc(photos.position))
    .limit(PHOTOS_MAX)
    .prepare(),
);

/** Lots with free packs that are neither expired nor recalled, the first to expire first, those that keep for good last. */
const selectLots = builtOnce((db) =>
  db
    .select({ code: lots.code, madeOn: lots.madeOn, expiresOn: lots.expiresOn })
    .from(lots)
    .where(
      and(
        eq(lots.productId, sql.placeholder("productId")),
        isNull(lots.recalledAt),
        gt(lots.onHandCount, lots.reservedCount),
        or(isNull(lots.expiresOn), gt(lots.expiresOn, sql.placeholder("today"))),
      ),
    )
    .orderBy(sql`coalesce(${lots.expiresOn}, '9999')`, asc(lots.madeOn), asc(lots.code))
    .limit(LOTS_MAX)
    .prepare(),
);
