import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import { productEvents, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { households } from "~db/schema/households";
import { reader } from "~/platform/db.server";
import type { RecognisedProduct } from "./recognised";

/** More than a province recognises in years. */
const RECOGNISED_MAX = 100_000;

/** All of them, whether a recognition is still valid or not. */
export async function listRecognised(): Promise<RecognisedProduct[]> {
  const isRecognised = and(
    inArray(certificates.status, ["confirmed", "revoked"]),
    gte(certificates.stars, 3),
    isNull(certificates.removedAt),
  );
  const rows = await reader()
    .select({
      productId: certificateProducts.productId,
      communeCode: households.communeCode,
      from: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      revokedOn: certificates.revokedOn,
    })
    .from(certificates)
    .innerJoin(certificateProducts, eq(certificateProducts.certificateId, certificates.id))
    .innerJoin(products, eq(products.id, certificateProducts.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(isRecognised)
    .limit(RECOGNISED_MAX);
  const ids = reader()
    .select({ id: certificateProducts.productId })
    .from(certificateProducts)
    .innerJoin(certificates, eq(certificates.id, certificateProducts.certificateId))
    .where(isRecognised);
  const events = await reader()
    .select({
      productId: productEvents.productId,
      at: productEvents.occurredAt,
      toStatus: productEvents.toStatus,
    })
    .from(productEvents)
    .where(inArray(productEvents.productId, ids))
    .orderBy(asc(productEvents.occurredAt), asc(productEvents.id))
    .limit(RECOGNISED_MAX);
  const found = new Map<string, RecognisedProduct>();
  for (const { productId, communeCode, from, expiresOn, revokedOn } of rows) {
    const known = found.get(productId) ?? { productId, communeCode, spans: [], moves: [] };
    const until = revokedOn !== null && revokedOn < expiresOn ? revokedOn : expiresOn;
    known.spans.push({ from, until });
    found.set(productId, known);
  }
  for (const { productId, at, toStatus } of events) {
    found.get(productId)?.moves.push({ at, isOnSale: toStatus === "published" });
  }
  return [...found.values()];
}
