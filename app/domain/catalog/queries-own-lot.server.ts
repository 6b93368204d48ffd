import { asc, eq } from "drizzle-orm";
import { documents, lots, products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { communes, provinces } from "~db/schema/places";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { lotStateOf, offSaleReasonOf } from "./lot-state";
import { isLotPublic, listDocuments, listLotEvents, offeredBy } from "./queries-lot.server";
import type { OwnLotPage, WaitingDocument } from "./types-lot";

/** A lot of a household in the scope with all that a desk says of it, or null. */
export async function findOwnLot(scope: Scope, code: string): Promise<OwnLotPage | null> {
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
  if (!row || !isInScope(scope, row.household.id)) return null;
  const { lot, product, household, communeName, provinceName } = row;
  const today = localDateOf(now());
  const offSale = offSaleReasonOf(offeredBy(household, product), today);
  const freeCount = lot.onHandCount - lot.reservedCount;
  const { name, packLabel } = lot.soldAs ?? product;
  return {
    code: lot.code,
    madeOn: lot.madeOn,
    expiresOn: lot.expiresOn,
    onHandCount: lot.onHandCount,
    reservedCount: lot.reservedCount,
    state: lotStateOf({ ...lot, freeCount, offSale }, today),
    isPublic: isLotPublic(lot, product),
    productName: name,
    packLabel,
    productSlug: product.slug,
    householdId: household.id,
    householdName: household.name,
    householdStatus: household.status,
    communeName,
    provinceName,
    isSample: product.isSample,
    documents: await listDocuments(lot, "all"),
    events: await listLotEvents(lot.id),
  };
}

export async function countWaitingDocuments(): Promise<number> {
  return reader().$count(documents, eq(documents.status, "stated"));
}

/** What households state and the department has not looked at yet, the longest waiting first. */
export async function listWaitingDocuments(limit: number): Promise<WaitingDocument[]> {
  const rows = await reader()
    .select({
      document: documents,
      productName: products.name,
      householdName: households.name,
      communeName: communes.name,
      lotCode: lots.code,
    })
    .from(documents)
    .innerJoin(households, eq(households.id, documents.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(products, eq(products.id, documents.productId))
    .leftJoin(lots, eq(lots.id, documents.lotId))
    .where(eq(documents.status, "stated"))
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(limit);
  return rows.map(({ document, ...row }) => {
    const { id, kind, number, issuer, issuedOn, expiresOn, isSample, createdAt } = document;
    return { id, kind, number, issuer, issuedOn, expiresOn, isSample, ...row, statedAt: createdAt };
  });
}

/** Which paper it is and how it stands; null when there is none. */
export async function documentStateOf(id: string) {
  const [row] = await reader()
    .select({ kind: documents.kind, number: documents.number, status: documents.status })
    .from(documents)
    .where(eq(documents.id, id))
    .limit(1);
  return row ?? null;
}
