import { asc, eq } from "drizzle-orm";
import { documents, photos, products } from "~db/schema/catalog";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";

const ROWS_MAX = 50_000;

/** The papers of a household's lots and its licences, for itself to take away; the caller has found it in the scope. */
export async function listHouseholdPapers(householdId: string) {
  const rows = await reader()
    .select()
    .from(documents)
    .where(eq(documents.householdId, householdId))
    .orderBy(asc(documents.id))
    .limit(ROWS_MAX);
  return rows.map(
    ({ kind, number, issuer, issuedOn, expiresOn, status, statusReason, createdAt }) => ({
      kind,
      number,
      issuer,
      issuedOn,
      expiresOn,
      status,
      statusReason,
      createdAt: isoInstant(createdAt),
    }),
  );
}

/** The photos of a household's products, each by its largest file in storage; at most `limit`. */
export async function listHouseholdPhotos(householdId: string, limit: number) {
  const rows = await reader()
    .select({
      slug: products.slug,
      id: photos.id,
      position: photos.position,
      widths: photos.widths,
    })
    .from(photos)
    .innerJoin(products, eq(products.id, photos.productId))
    .where(eq(products.householdId, householdId))
    .orderBy(asc(products.id), asc(photos.position))
    .limit(limit);
  return rows.map(({ slug, id, position, widths }) => ({
    name: `${slug}-${position + 1}.jpg`,
    upload: `photos/${id}/${Math.max(...widths)}.jpg`,
  }));
}
