import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import { documentEvents, documents, productEvents, products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { householdEvents, households } from "~db/schema/households";
import { reader } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { LICENCE_KINDS } from "./document-kinds";
import { isAlcohol } from "./ocop-sets";
import type { RecognisedProduct } from "./recognised";

/** More than a province recognises in years, and more moves than that makes. */
const RECOGNISED_MAX = 100_000;

const IS_RECOGNISED = and(
  inArray(certificates.status, ["confirmed", "revoked"]),
  gte(certificates.stars, 3),
  isNull(certificates.removedAt),
);

/** All of them, whether a recognition is still valid or not. */
export async function listRecognised(): Promise<RecognisedProduct[]> {
  const rows = await reader()
    .select({
      productId: certificateProducts.productId,
      ocopSet: products.ocopSet,
      householdId: households.id,
      householdStatus: households.status,
      communeCode: households.communeCode,
      from: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      revokedOn: certificates.revokedOn,
    })
    .from(certificates)
    .innerJoin(certificateProducts, eq(certificateProducts.certificateId, certificates.id))
    .innerJoin(products, eq(products.id, certificateProducts.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(IS_RECOGNISED)
    .limit(RECOGNISED_MAX);
  assertWhole(rows);
  const published = groupMoves(await listProductMoves(), "published");
  const approved = groupMoves(await listHouseholdMoves(), "approved");
  const licences = await listLicences();
  const found = new Map<string, RecognisedProduct>();
  for (const row of rows) {
    const { productId, communeCode, from, expiresOn, revokedOn, householdId } = row;
    // A household whose moves were never written down is what it is now.
    const asNow = [{ at: 0, isSo: row.householdStatus === "approved" }];
    const known = found.get(productId) ?? {
      productId,
      communeCode,
      spans: [],
      published: published.get(productId) ?? [],
      approved: approved.get(householdId) ?? asNow,
      licences: isAlcohol(row.ocopSet) ? (licences.get(householdId) ?? []) : null,
    };
    const until = revokedOn !== null && revokedOn < expiresOn ? revokedOn : expiresOn;
    known.spans.push({ from, until });
    found.set(productId, known);
  }
  return [...found.values()];
}

/** Products, or households, that have a recognition. */
const recognised = (id: typeof products.id | typeof products.householdId) =>
  reader()
    .select({ id })
    .from(certificateProducts)
    .innerJoin(certificates, eq(certificates.id, certificateProducts.certificateId))
    .innerJoin(products, eq(products.id, certificateProducts.productId))
    .where(IS_RECOGNISED);

async function listProductMoves() {
  const { productId, occurredAt: at, toStatus, id } = productEvents;
  return reader()
    .select({ of: productId, at, toStatus })
    .from(productEvents)
    .where(inArray(productId, recognised(products.id)))
    .orderBy(asc(at), asc(id))
    .limit(RECOGNISED_MAX);
}

async function listHouseholdMoves() {
  const { householdId, occurredAt: at, toStatus, id } = householdEvents;
  return reader()
    .select({ of: householdId, at, toStatus })
    .from(householdEvents)
    .where(inArray(householdId, recognised(products.householdId)))
    .orderBy(asc(at), asc(id))
    .limit(RECOGNISED_MAX);
}

/** Licences to sell alcohol by their household. */
async function listLicences() {
  const { documentId, occurredAt: at, toStatus, id } = documentEvents;
  const rows = await reader()
    .select({
      of: documentId,
      at,
      toStatus,
      householdId: documents.householdId,
      until: documents.expiresOn,
    })
    .from(documentEvents)
    .innerJoin(documents, eq(documents.id, documentId))
    .where(
      and(
        inArray(documents.kind, [...LICENCE_KINDS]),
        inArray(documents.householdId, recognised(products.householdId)),
      ),
    )
    .orderBy(asc(at), asc(id))
    .limit(RECOGNISED_MAX);
  const checked = groupMoves(rows, "checked");
  const licences = new Map(rows.map(({ of, householdId, until }) => [of, { householdId, until }]));
  const found = new Map<string, NonNullable<RecognisedProduct["licences"]>>();
  for (const [documentId, { householdId, until }] of licences) {
    if (until === null) continue;
    const own = found.get(householdId) ?? [];
    own.push({ checked: checked.get(documentId) ?? [], until });
    found.set(householdId, own);
  }
  return found;
}

/** A count of a part of them would be a wrong number. */
function assertWhole(rows: readonly unknown[]): void {
  invariant(rows.length < RECOGNISED_MAX, "recognised products, or their moves, are read whole");
}

function groupMoves(
  rows: readonly { of: string; at: number; toStatus: string }[],
  soStatus: string,
): Map<string, { at: number; isSo: boolean }[]> {
  assertWhole(rows);
  const moves = new Map<string, { at: number; isSo: boolean }[]>();
  for (const { of, at, toStatus } of rows) {
    const own = moves.get(of) ?? [];
    own.push({ at, isSo: toStatus === soStatus });
    moves.set(of, own);
  }
  return moves;
}
