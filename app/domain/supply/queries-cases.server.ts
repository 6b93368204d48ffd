import { and, asc, desc, eq, gte, isNotNull, isNull, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { supplyDeclarations, supplyDemands } from "~db/schema/supply";
import { supplyCases, supplyCaseSteps, supplyMatches } from "~db/schema/supply-cases";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { alias } from "~db/dialect";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { localDateOf, type LocalDate } from "~/platform/period";
import { freeOf, isTaken, matchStatus, takenBy } from "./queries-taken.server";
import type { CaseStepLine, FreeDemand, Harvest, Match, SupplyCase } from "./types";

const OPEN_MAX = 200;
const CLOSED_MAX = 100;
const STEPS_MAX = 500;
const MATCHES_MAX = 500;
const SIDES_MAX = 300;

/** The cases that somebody has now, the oldest first. */
export async function listOpenCases(): Promise<SupplyCase[]> {
  return selectCases(reader(), isNull(supplyCases.closedAt), OPEN_MAX);
}

/** The last hundred that came to an end, the latest first. */
export async function listClosedCases(): Promise<SupplyCase[]> {
  return selectCases(reader(), isNotNull(supplyCases.closedAt), CLOSED_MAX);
}

/** A case with this id, or null. */
export async function findCase(
  id: string,
  db: ReadDatabase = reader(),
): Promise<SupplyCase | null> {
  const [found] = await selectCases(db, eq(supplyCases.id, id), 1);
  return found ?? null;
}

/** What was done about a case, the latest first. */
export async function listCaseSteps(caseId: string): Promise<CaseStepLine[]> {
  const { id, step, words, occurredAt } = supplyCaseSteps;
  const handlers = alias(users, "handlers");
  return reader()
    .select({
      id,
      step,
      words,
      occurredAt,
      actorName: users.fullName,
      handlerName: handlers.fullName,
    })
    .from(supplyCaseSteps)
    .innerJoin(users, eq(users.id, supplyCaseSteps.actorId))
    .leftJoin(handlers, eq(handlers.id, supplyCaseSteps.handlerId))
    .where(eq(supplyCaseSteps.caseId, caseId))
    .orderBy(desc(occurredAt), desc(id))
    .limit(STEPS_MAX);
}

/** Of a kind from a day on, and never what is over; of all of them `only` that with this id, where it is given. */
type OfKind = { produceKey: string; fromOn: LocalDate; only?: string };

/** Harvests of a kind from a day on, of households that may sell, with what nobody takes yet; the nearest first. */
export async function listHarvests(
  { produceKey, fromOn, only }: OfKind,
  db: ReadDatabase = reader(),
): Promise<Harvest[]> {
  const { id, produceName, quantityKg, fromOn: first, toOn, note } = supplyDeclarations;
  const taken = takenBy(db, "declaration");
  const rows = await db
    .select({
      own: { id, produceName, quantityKg, fromOn: first, toOn, note },
      household: {
        name: households.name,
        slug: households.slug,
        phone: households.phone,
        commune: communes.name,
      },
      taken: { openKg: taken.openKg, soldKg: taken.soldKg },
    })
    .from(supplyDeclarations)
    .innerJoin(households, eq(households.id, supplyDeclarations.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(taken, eq(taken.id, id))
    .where(
      and(
        eq(households.status, "approved"),
        isNull(supplyDeclarations.withdrawnAt),
        eq(supplyDeclarations.produceKey, produceKey),
        gte(toOn, laterOf(fromOn, localDateOf(now()))),
        only === undefined ? undefined : eq(id, only),
      ),
    )
    .orderBy(isTaken(quantityKg, taken), asc(first), asc(id))
    .limit(SIDES_MAX);
  return rows.map(({ own, household, taken: of }) => ({
    ...own,
    household,
    freeKg: freeOf(own.quantityKg, of),
  }));
}

/** What buyers would take of a kind from a day on, with what no match gives them yet; the nearest first. */
export async function listFreeDemands(
  { produceKey, fromOn, only }: OfKind,
  db: ReadDatabase = reader(),
): Promise<FreeDemand[]> {
  const {
    id,
    buyerName,
    contact,
    produceName,
    quantityKg,
    fromOn: first,
    toOn,
    note,
  } = supplyDemands;
  const taken = takenBy(db, "demand");
  const rows = await db
    .select({
      demand: { id, buyerName, contact, produceName, quantityKg, fromOn: first, toOn, note },
      taken: { openKg: taken.openKg, soldKg: taken.soldKg },
    })
    .from(supplyDemands)
    .leftJoin(taken, eq(taken.id, id))
    .where(
      and(
        isNull(supplyDemands.closedAt),
        isNotNull(supplyDemands.confirmedAt),
        eq(supplyDemands.produceKey, produceKey),
        gte(toOn, laterOf(fromOn, localDateOf(now()))),
        only === undefined ? undefined : eq(id, only),
      ),
    )
    .orderBy(isTaken(quantityKg, taken), asc(first), asc(id))
    .limit(SIDES_MAX);
  return rows.map(({ demand, taken: of }) => ({
    ...demand,
    freeKg: freeOf(demand.quantityKg, of),
  }));
}

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

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? other : one;
}

async function selectCases(db: ReadDatabase, where: SQL, limit: number): Promise<SupplyCase[]> {
  const taken = takenBy(db, "case");
  const rows = await db
    .select({
      found: supplyCases,
      handlerName: users.fullName,
      openKg: taken.openKg,
      soldKg: taken.soldKg,
    })
    .from(supplyCases)
    .innerJoin(users, eq(users.id, supplyCases.handlerId))
    .leftJoin(taken, eq(taken.id, supplyCases.id))
    .where(where)
    .orderBy(desc(supplyCases.closedAt), asc(supplyCases.openedAt))
    .limit(limit);
  return rows.map(({ found: { handlerId, ...found }, handlerName, openKg, soldKg }) => ({
    ...found,
    handler: { id: handlerId, name: handlerName },
    openKg: openKg ?? 0,
    soldKg: soldKg ?? 0,
  }));
}

async function selectMatches(db: ReadDatabase, where: SQL): Promise<Match[]> {
  const rows = await db
    .select({
      match: supplyMatches,
      status: matchStatus,
      produceName: supplyDeclarations.produceName,
      household: { id: households.id, name: households.name, phone: households.phone },
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
  return rows.map(({ match, status, produceName, household, buyer, days }) => ({
    id: match.id,
    caseId: match.caseId,
    declarationId: match.declarationId,
    status,
    produceName,
    quantityKg: match.quantityKg,
    soldKg: match.soldKg,
    resultWords: match.resultWords ?? "",
    matchedAt: match.matchedAt,
    household,
    buyer,
    ...days,
  }));
}
