import { and, asc, desc, eq, inArray, isNotNull, max } from "drizzle-orm";
import { photos, productEvents, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import type { RecentDecision } from "~/domain/households/types-department";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf, type LocalDate } from "~/platform/period";
import { lacksLicence } from "./alcohol-licence";
import type { Photo } from "./types";
import type { ProductDossier } from "./types-department";
import { unitPriceOf } from "./unit-price";

const PHOTOS_PER_PRODUCT_MAX = 10;

export async function countWaitingProducts(): Promise<number> {
  return reader().$count(products, eq(products.status, "awaiting_approval"));
}

/** The products that wait for a decision, the longest waiting first. */
export async function listWaitingProducts(limit: number): Promise<ProductDossier[]> {
  const today = localDateOf(now());
  const sent = reader()
    .select({
      productId: productEvents.productId,
      sentAt: max(productEvents.occurredAt).as("sent_at"),
    })
    .from(productEvents)
    .where(eq(productEvents.toStatus, "awaiting_approval"))
    .groupBy(productEvents.productId)
    .as("sent");
  const rows = await reader()
    .select({
      product: products,
      certificate: certificates,
      household: households,
      communeName: communes.name,
      sentAt: sent.sentAt,
    })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(certificates, eq(certificates.id, products.certificateId))
    .leftJoin(sent, eq(sent.productId, products.id))
    .where(eq(products.status, "awaiting_approval"))
    .orderBy(asc(sent.sentAt), asc(products.id))
    .limit(limit);
  const photosOf = await listPhotos(rows.map((row) => row.product.id));
  return rows.map(({ product, certificate, household, ...row }) => ({
    ...wordsOf(product),
    photos: photosOf.get(product.id) ?? [],
    certificate: certificate && certificateOf(certificate, today),
    household: {
      slug: household.slug,
      name: household.name,
      status: household.status,
      communeName: row.communeName,
      contactName: household.contactName,
      phone: household.phone,
      lacksLicence: lacksLicence(
        { ocopSet: product.ocopSet, licensedUntil: household.alcoholLicensedUntil },
        today,
      ),
    },
    waitingSince: row.sentAt ?? product.createdAt,
  }));
}

function wordsOf(product: typeof products.$inferSelect) {
  return {
    slug: product.slug,
    name: product.name,
    nameEn: product.nameEn,
    description: product.description,
    descriptionEn: product.descriptionEn,
    ocopSet: product.ocopSet,
    taxClass: product.taxClass,
    packLabel: product.packLabel,
    packLabelEn: product.packLabelEn,
    contentQuantity: product.contentQuantity,
    contentUnit: product.contentUnit,
    weightGrams: product.weightGrams,
    packageSize: product.packageSize,
    priceVnd: product.priceVnd,
    unitPrice: unitPriceOf(product),
    availableCount: product.availableCount,
    season: product.season,
    isSample: product.isSample,
  };
}

function certificateOf(certificate: typeof certificates.$inferSelect, today: LocalDate) {
  const { id, stars, decisionNumber, issuerLevel, issuerName, issuedOn, expiresOn } = certificate;
  const { status, ocopCode, isSample } = certificate;
  const isValid = status === "confirmed" && issuedOn <= today && expiresOn > today;
  const paper = { decisionNumber, issuerLevel, issuerName, issuedOn, expiresOn, ocopCode };
  return { id, stars, ...paper, isSample, isValid };
}

async function listPhotos(productIds: string[]): Promise<Map<string, Photo[]>> {
  const rows = await reader()
    .select()
    .from(photos)
    .where(inArray(photos.productId, productIds))
    .orderBy(asc(photos.position))
    .limit(productIds.length * PHOTOS_PER_PRODUCT_MAX);
  const byProduct = new Map<string, Photo[]>();
  for (const { productId, id, width, height, widths } of rows) {
    byProduct.set(productId, [...(byProduct.get(productId) ?? []), { id, width, height, widths }]);
  }
  return byProduct;
}

/** What the department decided about products lately. */
export async function listProductDecisions(limit: number): Promise<RecentDecision[]> {
  return reader()
    .select({
      id: productEvents.id,
      slug: products.slug,
      name: products.name,
      toStatus: productEvents.toStatus,
      reason: productEvents.reason,
      decidedBy: users.fullName,
      occurredAt: productEvents.occurredAt,
    })
    .from(productEvents)
    .innerJoin(products, eq(products.id, productEvents.productId))
    .leftJoin(users, eq(users.id, productEvents.actorId))
    .where(
      and(
        eq(productEvents.fromStatus, "awaiting_approval"),
        inArray(productEvents.toStatus, ["published", "rejected"]),
        isNotNull(productEvents.actorId),
      ),
    )
    .orderBy(desc(productEvents.occurredAt), desc(productEvents.id))
    .limit(limit);
}

/** What a product is called, the state it is in and the department's reason for it; null when there is none. */
export async function productStateOf(slug: string) {
  const { id, name, status, statusReason } = products;
  const [row] = await reader()
    .select({ id, name, status, statusReason })
    .from(products)
    .where(eq(products.slug, slug))
    .limit(1);
  return row ?? null;
}
