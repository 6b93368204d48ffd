import { and, asc, count, desc, eq, inArray, isNull, max, ne, type SQL } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { certificates, certificateSteps } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { fold } from "~/platform/fold";
import { localDateOf } from "~/platform/period";
import { stateOn } from "./certificate-status";
import { listCertifiedProducts, loadRenewed } from "./queries-renewal.server";
import { listSteps } from "./queries-steps.server";
import type {
  CertifiableProduct,
  CertificateEntry,
  CertificateNews,
  DeskCertificate,
} from "./types";
import { daysLeft } from "./validity";

const PRODUCTS_SHOWN = 200;
/** More than a household may have. */
const PRODUCTS_READ = 10_000;
const CERTIFICATES_SHOWN = 300;

/** The certificates of a household in the scope, what was begun last first. */
export async function listOwnCertificates(
  scope: Scope,
  householdId: string,
): Promise<DeskCertificate[]> {
  if (!isInScope(scope, householdId)) return [];
  return loadCertificates(reader(), {
    where: eq(certificates.householdId, householdId),
    orderBy: [desc(certificates.createdAt), desc(certificates.id)],
    limit: CERTIFICATES_SHOWN,
  });
}

/** One certificate with all that was done about it; null outside the scope. */
export async function findCertificate(scope: Scope, id: string): Promise<CertificateEntry | null> {
  const db = reader();
  const [row] = await db
    .select({ householdId: certificates.householdId, renewsId: certificates.renewsId })
    .from(certificates)
    .where(eq(certificates.id, id))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return null;
  const [certificate] = await loadCertificates(db, {
    where: eq(certificates.id, id),
    orderBy: [],
    limit: 1,
  });
  if (!certificate) return null;
  return {
    ...certificate,
    householdId: row.householdId,
    products: await listCertifiedProducts(db, id),
    renews: row.renewsId === null ? null : await findNumber(db, row.renewsId),
    steps: await listSteps(id),
  };
}

/** The same for its household, which may have taken it away. */
export async function findOwnCertificate(
  scope: Scope,
  id: string,
): Promise<CertificateEntry | "removed" | null> {
  const found = await findCertificate(scope, id);
  if (found) return found;
  const [row] = await reader()
    .select({ householdId: certificates.householdId, removedAt: certificates.removedAt })
    .from(certificates)
    .where(eq(certificates.id, id))
    .limit(1);
  const isRemoved = row?.removedAt != null && isInScope(scope, row.householdId);
  return isRemoved ? "removed" : null;
}

async function findNumber(db: ReadDatabase, id: string) {
  const [row] = await db
    .select({ id: certificates.id, decisionNumber: certificates.decisionNumber })
    .from(certificates)
    .where(eq(certificates.id, id))
    .limit(1);
  return row ?? null;
}

/**
 * What a household can have a certificate for: what is chosen already, then what is on sale, then the others, by name; of
 * those that are not chosen only what has every word of `find` in its name.
 */
export async function listCertifiableProducts(
  householdId: string,
  { find, chosenIds }: { find: string; chosenIds: readonly string[] },
): Promise<{ products: CertifiableProduct[]; hasMore: boolean }> {
  const rows = await reader()
    .select({ id: products.id, name: products.name, status: products.status })
    .from(products)
    .where(eq(products.householdId, householdId))
    .orderBy(asc(products.name), asc(products.id))
    .limit(PRODUCTS_READ);
  const words = fold(find).split(" ").filter(Boolean);
  const isChosen = ({ id }: { id: string }) => chosenIds.includes(id);
  const placeOf = (row: (typeof rows)[number]) =>
    isChosen(row) ? 0 : row.status === "published" ? 1 : 2;
  const found = rows
    .filter((row) => isChosen(row) || words.every((word) => fold(row.name).includes(word)))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  const shown = found.slice(0, PRODUCTS_SHOWN).map(({ id, name }) => ({ id, name }));
  return { products: shown, hasMore: found.length > shown.length };
}

export async function findCertificateNews(householdId: string): Promise<CertificateNews> {
  const rows = await listOwnCertificates(
    { kind: "households", householdIds: [householdId] },
    householdId,
  );
  const of = (wanted: (one: DeskCertificate) => boolean) => rows.filter(wanted).length;
  return {
    sentBack: of(({ state }) => state === "sent_back"),
    ending: of(({ state, isRenewed }) => state === "ending" && !isRenewed),
    draft: of(({ state }) => state === "draft"),
  };
}

/** How many other certificates that were sent carry the same code of a product, for the officer to look at. */
export async function countSameCode(code: string, exceptId: string): Promise<number> {
  const [row] = await reader()
    .select({ found: count() })
    .from(certificates)
    .where(
      and(
        eq(certificates.ocopCode, code),
        ne(certificates.id, exceptId),
        inArray(certificates.status, ["sent", "confirmed"]),
      ),
    );
  return row?.found ?? 0;
}

export type Wanted = { where: SQL | undefined; orderBy: SQL[]; limit: number };

/** Certificates as they stand today, with whose they are and for what; none that was taken away. */
export async function loadCertificates(
  db: ReadDatabase,
  { where, orderBy, limit }: Wanted,
): Promise<DeskCertificate[]> {
  const today = localDateOf(now());
  const rows = await db
    .select({
      certificate: certificates,
      household: { slug: households.slug, name: households.name, communeName: communes.name },
    })
    .from(certificates)
    .innerJoin(households, eq(households.id, certificates.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(and(where, isNull(certificates.removedAt)))
    .orderBy(...orderBy)
    .limit(limit);
  const ids = rows.map(({ certificate }) => certificate.id);
  const renewed = await loadRenewed(db, ids);
  const names = await loadProductNames(db, ids);
  const sentAt = await loadSentAt(db, ids);
  return rows.map(({ certificate, household }) => {
    const { householdId: _, renewsId: __, createdAt: ___, removedAt: ____, ...words } = certificate;
    const { id, status, expiresOn } = certificate;
    return {
      ...words,
      household,
      state: stateOn(today, { status, expiresOn }),
      daysLeft: daysLeft(expiresOn, today),
      isRenewed: status === "confirmed" && renewed.has(id),
      productNames: names.get(id) ?? [],
      sentAt: sentAt.get(id) ?? null,
    };
  });
}

async function loadProductNames(db: ReadDatabase, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: certificateProducts.certificateId, name: products.name })
    .from(certificateProducts)
    .innerJoin(products, eq(products.id, certificateProducts.productId))
    .where(inArray(certificateProducts.certificateId, ids))
    .orderBy(asc(products.id));
  const names = new Map<string, string[]>();
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

async function loadSentAt(db: ReadDatabase, ids: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: certificateSteps.certificateId, at: max(certificateSteps.occurredAt) })
    .from(certificateSteps)
    .where(and(inArray(certificateSteps.certificateId, ids), eq(certificateSteps.step, "sent")))
    .groupBy(certificateSteps.certificateId);
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
}
