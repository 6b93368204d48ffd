import { eq } from "drizzle-orm";
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
  | "match_household_closed"
  | "match_demand_missing"
  | "match_too_much"
  | "form_outdated";

/**
 * Sends a buyer to a household for so many kilograms: no more than are free of the harvest, nor than the buyer still
 * wants (`match_too_much`, with what there is as `kg`), and to none that takes no orders on any day of its harvest that is to come. The same form sent twice is one match.
 */
export async function matchSupply(
  tx: Transaction,
  { caseId, matchedById, form }: { caseId: string; matchedById: string; form: MatchForm },
): Promise<Result<{ isNew: boolean }, MatchFailure>> {
  const { matchId: id, declarationId, demandId, quantityKg } = form;
  const [kept] = await tx.select().from(supplyMatches).where(eq(supplyMatches.id, id)).limit(1);
  if (kept) {
    const isSame =
      kept.caseId === caseId &&
      kept.declarationId === declarationId &&
      kept.demandId === demandId &&
      kept.quantityKg === quantityKg;
    return isSame ? succeed({ isNew: false }) : fail("form_outdated");
  }
  const found = await findCase(caseId, tx);
  if (!found) return fail("case_not_found");
  if (found.closedAt !== null) return fail("case_closed");
  const { produceKey, fromOn } = found;
  const [harvest] = await listHarvests({ produceKey, fromOn, only: declarationId }, tx);
  if (!harvest) return fail("match_harvest_missing");
  if (harvest.household.closure !== null) return fail("match_household_closed");
  const [demand] = await listFreeDemands({ produceKey, fromOn, only: demandId }, tx);
  if (!demand) return fail("match_demand_missing");
  const kg = Math.max(0, Math.min(harvest.freeKg, demand.freeKg));
  if (quantityKg > kg) return fail("match_too_much", { kg });
  const match = { id, caseId, declarationId, demandId, quantityKg, matchedById, matchedAt: now() };
  await tx.insert(supplyMatches).values(match);
  return succeed({ isNew: true });
}
