import { eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { supplyDeclarations } from "~db/schema/supply";
import { supplyMatches } from "~db/schema/supply-cases";
import type { ReadDatabase } from "~/platform/db.server";
import { deskEvent, ofHousehold, type Found } from "./queries-events-desk.server";

/** Buyers whom the department sent to households. */
export async function loadSupplyMatches(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      match: supplyMatches,
      produceName: supplyDeclarations.produceName,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(supplyMatches)
    .innerJoin(supplyDeclarations, eq(supplyDeclarations.id, supplyMatches.declarationId))
    .innerJoin(households, eq(households.id, supplyDeclarations.householdId))
    .where(inArray(supplyMatches.id, ids));
  return rows.map(({ match, produceName, household, householdName }) =>
    deskEvent("household", {
      id: match.id,
      fromStatus: null,
      toStatus: "buyer_found",
      reason: null,
      occurredAt: match.matchedAt,
      subjectId: household.id,
      name: `${match.quantityKg} kg ${produceName}`,
      household,
      householdName,
    }),
  );
}
