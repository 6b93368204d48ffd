import { asc, eq } from "drizzle-orm";
import { supplyDeclarations } from "~db/schema/supply";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";

const ROWS_MAX = 5_000;

/** Every harvest that a household told of, for itself to take away; it was found in the scope. */
export async function listHouseholdHarvests(householdId: string) {
  const rows = await reader()
    .select()
    .from(supplyDeclarations)
    .where(eq(supplyDeclarations.householdId, householdId))
    .orderBy(asc(supplyDeclarations.id))
    .limit(ROWS_MAX);
  return rows.map(({ produceName, quantityKg, fromOn, toOn, note, declaredAt, withdrawnAt }) => ({
    produceName,
    quantityKg,
    fromOn,
    toOn,
    note,
    declaredAt: isoInstant(declaredAt),
    withdrawnAt: withdrawnAt === null ? null : isoInstant(withdrawnAt),
  }));
}
