import { and, asc, eq, isNull } from "drizzle-orm";
import { certificates } from "~db/schema/certificates";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";

const ROWS_MAX = 5_000;

/** A household's certificates as it sent them and as they stand, for itself to take away; it was found in the scope. */
export async function listHouseholdCertificates(householdId: string) {
  const rows = await reader()
    .select()
    .from(certificates)
    .where(and(eq(certificates.householdId, householdId), isNull(certificates.removedAt)))
    .orderBy(asc(certificates.id))
    .limit(ROWS_MAX);
  return rows.map(
    ({ id: _, householdId: __, renewsId: ___, removedAt: ____, createdAt, ...facts }) => ({
      ...facts,
      createdAt: isoInstant(createdAt),
    }),
  );
}
