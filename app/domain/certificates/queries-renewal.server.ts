import { and, count, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import type { ReadDatabase } from "~/platform/db.server";

/** Of these certificates the ones of whose end nobody has to be warned: see `CertificateSummary.isRenewed`. */
export async function loadRenewed(
  db: ReadDatabase,
  certificateIds: readonly string[],
): Promise<Set<string>> {
  const ids = [...certificateIds];
  const followed = await db
    .select({ id: certificates.renewsId, productId: certificateProducts.productId })
    .from(certificates)
    .innerJoin(certificateProducts, eq(certificateProducts.certificateId, certificates.id))
    .where(
      and(inArray(certificates.renewsId, ids), inArray(certificates.status, ["sent", "confirmed"])),
    );
  const shown = await db
    .select({ id: products.certificateId, productId: products.id })
    .from(products)
    .where(and(isNotNull(products.certificateId), inArray(products.certificateId, ids)));
  const keyOf = (row: { id: string | null; productId: string }) => `${row.id} ${row.productId}`;
  const followedKeys = new Set(followed.map(keyOf));
  const unfollowed = new Set(
    shown.filter((row) => !followedKeys.has(keyOf(row))).map((row) => row.id),
  );
  return new Set(ids.filter((id) => !unfollowed.has(id)));
}

/** Whether a product still names this certificate. */
export async function isShown(db: ReadDatabase, certificateId: string): Promise<boolean> {
  return (await db.$count(products, eq(products.certificateId, certificateId))) > 0;
}

/** Which certificate a product shows while it is valid: of the confirmed ones the one that was decided last. */
export async function findNewestConfirmed(
  db: ReadDatabase,
  productId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: certificates.id })
    .from(certificateProducts)
    .innerJoin(certificates, eq(certificates.id, certificateProducts.certificateId))
    .where(and(eq(certificateProducts.productId, productId), eq(certificates.status, "confirmed")))
    .orderBy(desc(certificates.issuedOn), desc(certificates.expiresOn), desc(certificates.id))
    .limit(1);
  return row?.id ?? null;
}

/** The products that a certificate is for. */
export async function listCertifiedProducts(
  db: ReadDatabase,
  certificateId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: products.id, name: products.name })
    .from(certificateProducts)
    .innerJoin(products, eq(products.id, certificateProducts.productId))
    .where(eq(certificateProducts.certificateId, certificateId))
    .orderBy(products.id);
}

/** Whether all of these products are this household's. */
export async function areProductsOf(
  db: ReadDatabase,
  householdId: string,
  productIds: readonly string[],
): Promise<boolean> {
  const [row] = await db
    .select({ found: count() })
    .from(products)
    .where(and(eq(products.householdId, householdId), inArray(products.id, [...productIds])));
  return row?.found === productIds.length;
}
