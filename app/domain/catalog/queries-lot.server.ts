import { and, asc, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { documentEvents, documents, lotEvents, lots, photos, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { households } from "~db/schema/households";
import { communes, provinces } from "~db/schema/places";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf, type LocalDate } from "~/platform/period";
import { coversLot } from "./document-cover";
import { SHOWN_DOCUMENT_STATUSES } from "./document-status";
import { lotStateOf, offSaleReasonOf } from "./lot-state";
import { namesOf } from "./queries.server";
import type { LotEventFacts, LotPage, OwnDocument } from "./types-lot";

const DOCUMENTS_MAX = 50;
const EVENTS_MAX = 20;

/**
 * A lot by the code on its label: also when it is sold out, has expired or is recalled, and when its product or its
 * household is off the market. Null for a lot that was never on sale: what it says has not been approved.
 */
export async function findLot(code: string, language: Language): Promise<LotPage | null> {
  const [row] = await reader()
    .select({
      lot: lots,
      product: products,
      household: households,
      communeName: communes.name,
      provinceName: provinces.name,
    })
    .from(lots)
    .innerJoin(products, eq(products.id, lots.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(lots.code, code))
    .limit(1);
  if (!row || !isLotPublic(row.lot, row.product)) return null;
  const { lot, product, household } = row;
  const today = localDateOf(now());
  const offSale = offSaleReasonOf(offeredBy(household, product), today);
  const documentList = await listDocuments(lot, "shown");
  return {
    code: lot.code,
    madeOn: lot.madeOn,
    expiresOn: lot.expiresOn,
    state: lotStateOf({ ...lot, freeCount: lot.onHandCount - lot.reservedCount, offSale }, today),
    offSale,
    product: {
      ...namesOf(lot.soldAs ?? product, language),
      ocopSet: (lot.soldAs ?? product).ocopSet,
      slug: offSale === null ? product.slug : null,
      photo: offSale === null ? await findPhoto(product.id) : null,
    },
    household: {
      name: household.name,
      slug: household.status === "approved" ? household.slug : null,
      phone: household.phone,
      communeName: row.communeName,
      provinceName: row.provinceName,
    },
    certificate: await findCertificateOn({ productId: product.id, madeOn: lot.madeOn, today }),
    documents: documentList.filter((document) => document.coversLot),
    events: await listLotEvents(lot.id),
    isSample: product.isSample,
  };
}

/** What decides whether a product is sold. */
export function offeredBy(
  household: Pick<typeof households.$inferSelect, "status" | "alcoholLicensedUntil">,
  { status, ocopSet }: Pick<typeof products.$inferSelect, "status" | "ocopSet">,
) {
  const { status: householdStatus, alcoholLicensedUntil: licensedUntil } = household;
  return { status, ocopSet, householdStatus, licensedUntil };
}

/** What a lot says is the product's approved words, or those that it had when it left the market. */
export function isLotPublic(
  lot: Pick<typeof lots.$inferSelect, "soldAs">,
  product: Pick<typeof products.$inferSelect, "status">,
): boolean {
  return lot.soldAs !== null || product.status === "published";
}

/** The stars that the product had on the day on which the lot was made, also when another certificate has followed; or null. */
async function findCertificateOn(of: {
  productId: string;
  madeOn: LocalDate;
  today: LocalDate;
}): Promise<LotPage["certificate"]> {
  const { productId, madeOn, today } = of;
  const { issuedOn, expiresOn, revokedOn } = certificates;
  const [row] = await reader()
    .select({ certificate: certificates })
    .from(certificateProducts)
    .innerJoin(certificates, eq(certificates.id, certificateProducts.certificateId))
    .where(
      and(
        eq(certificateProducts.productId, productId),
        inArray(certificates.status, ["confirmed", "revoked"]),
        lte(issuedOn, madeOn),
        gt(expiresOn, madeOn),
        or(isNull(revokedOn), gt(revokedOn, madeOn)),
      ),
    )
    .orderBy(desc(issuedOn), desc(expiresOn), desc(certificates.id))
    .limit(1);
  if (!row) return null;
  const { stars, decisionNumber, issuerLevel, issuerName, isSample, ...days } = row.certificate;
  return {
    stars,
    decisionNumber,
    issuerLevel,
    issuerName,
    ocopCode: days.ocopCode,
    issuedOn: days.issuedOn,
    expiresOn: days.expiresOn,
    isSample,
    revokedOn: days.revokedOn,
    isValidNow: days.status === "confirmed" && days.issuedOn <= today && today < days.expiresOn,
  };
}

/** Documents of a lot and those of its whole product; `shown` are the ones that anybody may see. */
export async function listDocuments(
  lot: Pick<typeof lots.$inferSelect, "id" | "productId" | "madeOn">,
  which: "shown" | "all",
): Promise<OwnDocument[]> {
  const rows = await reader()
    .select({ document: documents, checkedAt: documentEvents.occurredAt })
    .from(documents)
    .leftJoin(
      documentEvents,
      and(eq(documentEvents.documentId, documents.id), eq(documentEvents.toStatus, "checked")),
    )
    .where(
      and(
        eq(documents.productId, lot.productId),
        or(isNull(documents.lotId), eq(documents.lotId, lot.id)),
        which === "shown" ? inArray(documents.status, [...SHOWN_DOCUMENT_STATUSES]) : undefined,
      ),
    )
    .orderBy(asc(documents.kind), desc(documents.issuedOn), asc(documents.id))
    .limit(DOCUMENTS_MAX);
  return rows.map(({ document, checkedAt }) => {
    const { id, kind, number, issuer, issuedOn, expiresOn, status, statusReason, isSample } =
      document;
    return {
      id,
      kind,
      number,
      issuer,
      issuedOn,
      expiresOn,
      status,
      statusReason,
      isSample,
      covers: document.lotId === null ? ("product" as const) : ("lot" as const),
      checkedAt: status === "checked" ? checkedAt : null,
      coversLot: coversLot(document, lot),
    };
  });
}

export async function listLotEvents(lotId: string): Promise<LotEventFacts[]> {
  const rows = await reader()
    .select()
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lotId))
    .orderBy(desc(lotEvents.occurredAt), desc(lotEvents.id))
    .limit(EVENTS_MAX);
  return rows.map(({ kind, reason, instruction, actorKind, occurredAt }) => ({
    kind,
    reason,
    instruction,
    occurredAt,
    isByDepartment: actorKind === "department_officer",
  }));
}

async function findPhoto(productId: string) {
  const [photo] = await reader()
    .select({ id: photos.id, width: photos.width, height: photos.height, widths: photos.widths })
    .from(photos)
    .where(eq(photos.productId, productId))
    .orderBy(asc(photos.position))
    .limit(1);
  return photo ?? null;
}
