import { eq, sql, type SQL } from "drizzle-orm";
import type { AnyColumn } from "~db/dialect";
import { supplyDeclarations } from "~db/schema/supply";
import { supplyMatches } from "~db/schema/supply-cases";
import type { ReadDatabase } from "~/platform/db.server";

/** Whether a match is still to come: nothing is known of it, and nobody has ended it. */
const isOpen = sql`${supplyMatches.soldKg} is null and ${supplyMatches.endedAt} is null`;

/** Kilograms of matches that are still to come, and of what is known to be sold. */
const openKg = sql<number>`coalesce(sum(case when ${isOpen} then ${supplyMatches.quantityKg} else 0 end), 0)`;
const soldKg = sql<number>`coalesce(sum(${supplyMatches.soldKg}), 0)`;

/** Of which harvest a declaration is: the first that told of it. */
export const harvestId = sql<string>`coalesce(${supplyDeclarations.firstId}, ${supplyDeclarations.id})`;

type Taken = { openKg: number; soldKg: number };

const BY = {
  harvest: harvestId,
  demand: supplyMatches.demandId,
  case: supplyMatches.caseId,
} as const;

/**
 * By harvest, by demand or by case: kilograms that matches take up and those that were sold; a table to join. What was
 * sold of a harvest is sold of it also after it was taken back and told of anew.
 */
export function takenBy(db: ReadDatabase, by: keyof typeof BY) {
  return db
    .select({
      id: sql<string>`${BY[by]}`.as("taken_of"),
      openKg: openKg.as("open_kg"),
      soldKg: soldKg.as("sold_kg"),
    })
    .from(supplyMatches)
    .innerJoin(supplyDeclarations, eq(supplyDeclarations.id, supplyMatches.declarationId))
    .groupBy(BY[by])
    .as(`taken_by_${by}`);
}

/** The same of one harvest or one demand. */
export async function takenOf(db: ReadDatabase, by: keyof typeof BY, id: string): Promise<Taken> {
  const taken = takenBy(db, by);
  const [row] = await db
    .select({ openKg: taken.openKg, soldKg: taken.soldKg })
    .from(taken)
    .where(eq(taken.id, id))
    .limit(1);
  return row ?? { openKg: 0, soldKg: 0 };
}

/** What nothing takes up of so many kilograms. */
export function freeOf(quantityKg: number, taken: Taken | null): number {
  return quantityKg - (taken?.openKg ?? 0) - (taken?.soldKg ?? 0);
}

/** 1 where all of it is taken up, so that what is free comes first. */
export function isTaken(
  quantityKg: AnyColumn,
  taken: { openKg: SQL.Aliased<number>; soldKg: SQL.Aliased<number> },
): SQL {
  return sql`${quantityKg} <= coalesce(${taken.openKg}, 0) + coalesce(${taken.soldKg}, 0)`;
}
