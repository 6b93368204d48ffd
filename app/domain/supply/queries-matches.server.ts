import { desc, eq, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { supplyDeclarations, supplyDemands } from "~db/schema/supply";
import { supplyMatches } from "~db/schema/supply-cases";
import { closureOver } from "~/domain/households/shop-closure";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { Match, MatchStatus } from "./types";

const MATCHES_MAX = 500;

/** The matches of a case, the latest first. */
export async function listCaseMatches(caseId: string): Promise<Match[]> {
  return selectMatches(reader(), eq(supplyMatches.caseId, caseId));
}

/** Whom the department sent to a household, the latest first; null outside the scope. */
export async function listOwnMatches(scope: Scope, householdId: string): Promise<Match[] | null> {
  if (!isInScope(scope, householdId)) return null;
  return selectMatches(reader(), eq(supplyDeclarations.householdId, householdId));
}

/** A match of a household of the scope, or null. */
export async function findMatch(
  scope: Scope,
  id: string,
  db: ReadDatabase = reader(),
): Promise<Match | null> {
  const [match] = await selectMatches(db, eq(supplyMatches.id, id));
  return match && isInScope(scope, match.household.id) ? match : null;
}

async function selectMatches(db: ReadDatabase, where: SQL): Promise<Match[]> {
  const rows = await db
    .select({
      match: supplyMatches,
      produceName: supplyDeclarations.produceName,
      harvest: { fromOn: supplyDeclarations.fromOn, toOn: supplyDeclarations.toOn },
      household: { id: households.id, name: households.name, phone: households.phone },
      closure: households.closure,
      buyer: { name: supplyDemands.buyerName, contact: supplyDemands.contact },
      days: { fromOn: supplyDemands.fromOn, toOn: supplyDemands.toOn },
    })
    .from(supplyMatches)
    .innerJoin(supplyDeclarations, eq(supplyDeclarations.id, supplyMatches.declarationId))
    .innerJoin(supplyDemands, eq(supplyDemands.id, supplyMatches.demandId))
    .innerJoin(households, eq(households.id, supplyDeclarations.householdId))
    .where(where)
    .orderBy(desc(supplyMatches.matchedAt), desc(supplyMatches.id))
    .limit(MATCHES_MAX);
  const today = localDateOf(now());
  return rows.map(({ match, produceName, harvest, household, closure, buyer, days }) => ({
    id: match.id,
    caseId: match.caseId,
    declarationId: match.declarationId,
    status: statusOf(match),
    endedBy: match.endedBy,
    endReason: match.endReason ?? "",
    produceName,
    quantityKg: match.quantityKg,
    soldKg: match.soldKg,
    resultWords: match.resultWords ?? "",
    resultAt: match.resultAt,
    changes: changesOf(match),
    matchedAt: match.matchedAt,
    household: { ...household, closure: closureOver(closure, harvest, today) },
    buyer,
    ...days,
  }));
}

type Row = typeof supplyMatches.$inferSelect;

function statusOf({ soldKg, endedAt }: Row): MatchStatus {
  if (soldKg !== null) return "known";
  return endedAt === null ? "open" : "off";
}

function changesOf(match: Row): Match["changes"] {
  return [
    { at: match.matchedAt, byId: match.matchedById },
    { at: match.endedAt, byId: match.endedById },
    { at: match.resultAt, byId: match.resultById },
  ].flatMap(({ at, byId }) => (at === null ? [] : [{ at, byId }]));
}
