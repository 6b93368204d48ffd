import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { supplyDeclarations } from "~db/schema/supply";
import { supplyMatches } from "~db/schema/supply-cases";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { MatchEnder } from "./case-words";

export type MatchEnding = {
  by: MatchEnder;
  /** Of the harvest, the demand, the household or the match, as `by` says. */
  id: string;
  actorId: string | null;
  reason?: string;
};

/**
 * Ends what is open of the matches of a harvest, a demand or a household, or one by itself; answers their ids. What is
 * known of a match stands, and nothing opens it again: what it took up may be given to another meanwhile.
 */
export async function endMatches(
  tx: Transaction,
  { by, id, actorId, reason }: MatchEnding,
): Promise<string[]> {
  const ended = await tx
    .update(supplyMatches)
    .set({ endedAt: now(), endedBy: by, endedById: actorId, endReason: reason ?? null })
    .where(and(isOf(tx, by, id), isNull(supplyMatches.soldKg), isNull(supplyMatches.endedAt)))
    .returning({ id: supplyMatches.id });
  return ended.map((match) => match.id);
}

function isOf(tx: Transaction, by: MatchEnder, id: string): SQL {
  switch (by) {
    case "household":
      return eq(supplyMatches.declarationId, id);
    case "buyer":
      return eq(supplyMatches.demandId, id);
    case "suspension": {
      const own = tx
        .select({ id: supplyDeclarations.id })
        .from(supplyDeclarations)
        .where(eq(supplyDeclarations.householdId, id));
      return inArray(supplyMatches.declarationId, own);
    }
    case "officer":
      return eq(supplyMatches.id, id);
  }
}
