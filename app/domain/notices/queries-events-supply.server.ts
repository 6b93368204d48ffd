import { eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { supplyDeclarations } from "~db/schema/supply";
import { supplyMatches } from "~db/schema/supply-cases";
import type { ReadDatabase } from "~/platform/db.server";
import { deskEvent, ofHousehold, type Found } from "./queries-events-desk.server";

const ENDED = "ended:";

/** Buyers whom the department sent to households, and who are sent no more (`ended:` and the match). */
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
    .where(
      inArray(
        supplyMatches.id,
        ids.map((id) => id.replace(ENDED, "")),
      ),
    );
  return rows.flatMap(({ match, produceName, household, householdName }) => {
    const of = {
      fromStatus: null,
      subjectId: household.id,
      name: `${match.quantityKg} kg ${produceName}`,
      household,
      householdName,
    };
    const found = { id: match.id, toStatus: "buyer_found", reason: null };
    const lost = { id: ENDED + match.id, toStatus: "buyer_lost", reason: match.endReason };
    return [
      deskEvent("household", { ...of, ...found, occurredAt: match.matchedAt }),
      deskEvent("household", { ...of, ...lost, occurredAt: match.endedAt ?? match.matchedAt }),
    ].filter(({ id }) => ids.includes(id));
  });
}
