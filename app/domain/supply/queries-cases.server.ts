import {
  and,
  asc,
  desc,
  eq,
  exists,
  gt,
  gte,
  isNotNull,
  isNull,
  ne,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { supplyDeclarations, supplyDemands } from "~db/schema/supply";
import { supplyCases, supplyCaseSteps, supplyMatches } from "~db/schema/supply-cases";
import { alias, type AnyColumn } from "~db/dialect";
import { closureOver } from "~/domain/households/shop-closure";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { localDateOf, type LocalDate } from "~/platform/period";
import { freeOf, harvestId, isTaken, takenBy } from "./queries-taken.server";
import type { CaseStepLine, FreeDemand, Harvest, SupplyCase } from "./types";

const OPEN_MAX = 200;
const CLOSED_MAX = 100;
const STEPS_MAX = 500;
const SIDES_MAX = 300;

/** Those of one officer; `news`: of them those with something that the officer has not read. */
type OfOfficer = { officerId: string; show: "mine" | "news" };

/** The cases that somebody has now, the oldest first. */
export async function listOpenCases(of?: OfOfficer): Promise<SupplyCase[]> {
  return selectCases(reader(), and(isNull(supplyCases.closedAt), isOf(of)), OPEN_MAX);
}

/** The last hundred that came to an end, the latest first. */
export async function listClosedCases(of?: OfOfficer): Promise<SupplyCase[]> {
  if (of?.show === "news") return []; // none has any
  return selectCases(reader(), and(isNotNull(supplyCases.closedAt), isOf(of)), CLOSED_MAX);
}

function isOf(of: OfOfficer | undefined): SQL | undefined {
  if (of === undefined) return undefined;
  const isTheirs = eq(supplyCases.handlerId, of.officerId);
  return of.show === "news" ? and(isTheirs, hasNews(reader())) : isTheirs;
}

/** A case with this id, or null. */
export async function findCase(
  id: string,
  db: ReadDatabase = reader(),
): Promise<SupplyCase | null> {
  const [found] = await selectCases(db, eq(supplyCases.id, id), 1);
  return found ?? null;
}

/** How many open cases of an officer have news (`isNews`). */
export async function countNewsOf(officerId: string): Promise<number> {
  const isNews = isOf({ officerId, show: "news" });
  return reader().$count(supplyCases, and(isNull(supplyCases.closedAt), isNews));
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
      actorId: supplyCaseSteps.actorId,
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
  const taken = takenBy(db, "harvest");
  const today = localDateOf(now());
  const rows = await db
    .select({
      own: { id, produceName, quantityKg, fromOn: first, toOn, note },
      household: {
        name: households.name,
        slug: households.slug,
        phone: households.phone,
        commune: communes.name,
        closure: households.closure,
      },
      taken: { openKg: taken.openKg, soldKg: taken.soldKg },
    })
    .from(supplyDeclarations)
    .innerJoin(households, eq(households.id, supplyDeclarations.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(taken, eq(taken.id, harvestId))
    .where(
      and(
        eq(households.status, "approved"),
        isNull(supplyDeclarations.withdrawnAt),
        eq(supplyDeclarations.produceKey, produceKey),
        gte(toOn, laterOf(fromOn, today)),
        only === undefined ? undefined : eq(id, only),
      ),
    )
    .orderBy(isTaken(quantityKg, taken), asc(first), asc(id))
    .limit(SIDES_MAX);
  return rows.map(({ own, household: { closure, ...household }, taken: of }) => ({
    ...own,
    household: { ...household, closure: closureOver(closure, own, today) },
    // Told of anew as less than is taken up already, nothing is free.
    freeKg: Math.max(0, freeOf(own.quantityKg, of)),
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

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? other : one;
}

async function selectCases(
  db: ReadDatabase,
  where: SQL | undefined,
  limit: number,
): Promise<SupplyCase[]> {
  const taken = takenBy(db, "case");
  const rows = await db
    .select({
      found: supplyCases,
      hasNews: sql<number>`${hasNews(db)}`,
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
  return rows.map(
    ({ found: { handlerId, ...found }, hasNews: news, handlerName, openKg, soldKg }) => ({
      ...found,
      hasNews: found.closedAt === null && news === 1,
      handler: { id: handlerId, name: handlerName },
      openKg: openKg ?? 0,
      soldKg: soldKg ?? 0,
    }),
  );
}

/** The rule of `isNews`, for all that others may do about a case. */
function hasNews(db: ReadDatabase): SQL | undefined {
  const { handlerId, seenAt } = supplyCases;
  const isOthers = (byId: AnyColumn) => or(isNull(byId), ne(byId, handlerId));
  const { matchedAt, matchedById, resultAt, resultById, endedAt, endedById } = supplyMatches;
  const matches = db
    .select({ id: supplyMatches.id })
    .from(supplyMatches)
    .where(
      and(
        eq(supplyMatches.caseId, supplyCases.id),
        or(
          and(gt(matchedAt, seenAt), isOthers(matchedById)),
          and(gt(resultAt, seenAt), isOthers(resultById)),
          and(gt(endedAt, seenAt), isOthers(endedById)),
        ),
      ),
    );
  const steps = db
    .select({ id: supplyCaseSteps.id })
    .from(supplyCaseSteps)
    .where(
      and(
        eq(supplyCaseSteps.caseId, supplyCases.id),
        gt(supplyCaseSteps.occurredAt, seenAt),
        isOthers(supplyCaseSteps.actorId),
      ),
    );
  return or(isNull(seenAt), exists(matches), exists(steps));
}
