import { asc, eq } from "drizzle-orm";
import { supplyDeclarations } from "~db/schema/supply";
import { supplyMatches } from "~db/schema/supply-cases";
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

/** What came of the buyers whom the department sent to a household and why one is sent no more, without who they are. */
export async function listHouseholdMatches(householdId: string) {
  const { produceName } = supplyDeclarations;
  const { quantityKg, soldKg, resultWords, matchedAt, endedAt, endedBy, endReason } = supplyMatches;
  const rows = await reader()
    .select({
      produceName,
      quantityKg,
      soldKg,
      resultWords,
      matchedAt,
      endedAt,
      endedBy,
      endReason,
    })
    .from(supplyMatches)
    .innerJoin(supplyDeclarations, eq(supplyDeclarations.id, supplyMatches.declarationId))
    .where(eq(supplyDeclarations.householdId, householdId))
    .orderBy(asc(supplyMatches.id))
    .limit(ROWS_MAX);
  return rows.map((row) => ({
    ...row,
    matchedAt: isoInstant(row.matchedAt),
    endedAt: row.endedAt === null ? null : isoInstant(row.endedAt),
  }));
}
