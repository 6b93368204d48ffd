import { and, eq } from "drizzle-orm";
import { supplyMatches } from "~db/schema/supply-cases";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { MatchForm } from "./forms-cases";
import { findCase, listFreeDemands, listHarvests } from "./queries-cases.server";

export type MatchFailure =
  | "case_not_found"
  | "case_closed"
  | "match_harvest_missing"
  | "match_demand_missing"
  | "match_too_much";

/**
 * Sends a buyer to a household for so many kilograms: no more than are free of the harvest, nor than the buyer still
 * wants (`match_too_much`, with what there is as `kg`). The same form sent twice is one match.
 */
export async function matchSupply(
  tx: Transaction,
  { caseId, matchedById, form }: { caseId: string; matchedById: string; form: MatchForm },
): Promise<Result<{ isNew: boolean }, MatchFailure>> {
  const { matchId: id, declarationId, demandId, quantityKg } = form;
  const isThis = and(eq(supplyMatches.id, id), eq(supplyMatches.caseId, caseId));
  if ((await tx.$count(supplyMatches, isThis)) > 0) return succeed({ isNew: false });
  const found = await findCase(caseId, tx);
  if (!found) return fail("case_not_found");
  if (found.closedAt !== null) return fail("case_closed");
  const harvests = await listHarvests(found, tx);
  const harvest = harvests.find((one) => one.id === declarationId);
  if (!harvest) return fail("match_harvest_missing");
  const demands = await listFreeDemands(found, tx);
  const demand = demands.find((one) => one.id === demandId);
  if (!demand) return fail("match_demand_missing");
  const kg = Math.max(0, Math.min(harvest.freeKg, demand.freeKg));
  if (quantityKg > kg) return fail("match_too_much", { kg });
  const match = { id, caseId, declarationId, demandId, quantityKg, matchedById, matchedAt: now() };
  await tx.insert(supplyMatches).values(match);
  return succeed({ isNew: true });
}
