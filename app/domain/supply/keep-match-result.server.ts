import { eq, max, or } from "drizzle-orm";
import { supplyDeclarations, supplyDemands } from "~db/schema/supply";
import { supplyMatches } from "~db/schema/supply-cases";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { MatchResultForm } from "./forms-cases";
import { findMatch } from "./queries-matches.server";
import { freeOf, harvestId, takenOf } from "./queries-taken.server";
import type { Match } from "./types";

export type MatchResultFailure = "match_not_found" | "match_result_changed" | "match_too_much";
export type KeptResult = { hasChanged: boolean; before: Match };

/**
 * What came of a match, as the household or the department knows it; it may be put right later, by who has seen what is
 * put right (`match_result_changed`, with what was said meanwhile as `kg`). Never more than was matched, nor, where
 * something else was matched meanwhile, than is left (`match_too_much`, with what there is as `kg`).
 */
export async function keepMatchResult(
  tx: Transaction,
  scope: Scope,
  { matchId, byId, result }: { matchId: string; byId: string; result: MatchResultForm },
): Promise<Result<KeptResult, MatchResultFailure>> {
  const before = await findMatch(scope, matchId, tx);
  if (!before) return fail("match_not_found");
  const { soldKg, words: resultWords } = result;
  if (before.soldKg === soldKg && before.resultWords === resultWords) {
    return succeed({ hasChanged: false, before });
  }
  const { resultAt: saidAt, soldKg: said } = before;
  if (said !== null && saidAt !== result.seenAt) return fail("match_result_changed", { kg: said });
  const kg = await mostOf(tx, before);
  if (soldKg > kg) return fail("match_too_much", { kg });
  await tx
    .update(supplyMatches)
    // Never the moment of the one before: by it a form knows what it showed.
    .set({ soldKg, resultWords, resultAt: Math.max(now(), (saidAt ?? 0) + 1), resultById: byId })
    .where(eq(supplyMatches.id, matchId));
  return succeed({ hasChanged: true, before });
}

/** What of both sides is free but for this match, and no more than it is for. */
async function mostOf(tx: Transaction, match: Match): Promise<number> {
  const [row] = await tx
    .select({
      harvestId,
      demandId: supplyMatches.demandId,
      wantedKg: supplyDemands.quantityKg,
    })
    .from(supplyMatches)
    .innerJoin(supplyDeclarations, eq(supplyDeclarations.id, supplyMatches.declarationId))
    .innerJoin(supplyDemands, eq(supplyDemands.id, supplyMatches.demandId))
    .where(eq(supplyMatches.id, match.id))
    .limit(1);
  if (!row) return 0;
  const declaredKg = await mostDeclared(tx, row.harvestId);
  const ofHarvest = freeOf(declaredKg, await takenOf(tx, "harvest", row.harvestId));
  const ofDemand = freeOf(row.wantedKg, await takenOf(tx, "demand", row.demandId));
  const ownKg = match.soldKg ?? (match.status === "open" ? match.quantityKg : 0);
  return Math.max(0, Math.min(match.quantityKg, ofHarvest + ownKg, ofDemand + ownKg));
}

/** The most that its household ever told of a harvest. */
async function mostDeclared(tx: Transaction, id: string): Promise<number> {
  const [row] = await tx
    .select({ kg: max(supplyDeclarations.quantityKg) })
    .from(supplyDeclarations)
    .where(or(eq(supplyDeclarations.id, id), eq(supplyDeclarations.firstId, id)));
  return row?.kg ?? 0;
}
