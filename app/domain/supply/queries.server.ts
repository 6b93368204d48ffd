import { and, asc, desc, eq, gte, isNotNull, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { AnyColumn } from "~db/dialect";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { supplyDeclarations, supplyDemands } from "~db/schema/supply";
import { supplyCases } from "~db/schema/supply-cases";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { addDays, localDateOf, type LocalDate } from "~/platform/period";
import { boardOf, weeksFrom, type BoardProduce, type Expected } from "./supply-board";
import { harvestId, takenBy } from "./queries-taken.server";
import type { Demand, OwnHarvest } from "./types";

const BOARD_WEEKS = 8;
const OWN_MAX = 100;
const DEMANDS_MAX = 500;
const NAMES_MAX = 200;
/** A province's season; beyond that a board of weeks is no board any more. */
const EXPECTED_MAX = 50_000;

const isCounted = and(isNull(supplyDemands.closedAt), isNotNull(supplyDemands.confirmedAt));

/** Written by a buyer, and no officer has called back. */
export const isWaitingDemand = and(
  isNull(supplyDemands.closedAt),
  isNull(supplyDemands.confirmedAt),
);

export type SupplyBoard = { weeks: LocalDate[]; produce: BoardProduce[] };

/**
 * The board of eight weeks from that of `day` on: what approved households declared against what buyers would take. What
 * is known to be sold by a match is on neither side any more.
 */
export async function loadSupplyBoard(day: LocalDate): Promise<SupplyBoard> {
  const weeks = weeksFrom(day, BOARD_WEEKS);
  const first = weeks[0] ?? day;
  const end = addDays(first, 7 * BOARD_WEEKS);
  const declared = await listDeclared(first, end);
  const demanded = await listDemanded(first, end);
  return { weeks, produce: boardOf({ declared, demanded }, weeks) };
}

/** So many kinds have a possible glut in the board's weeks from `day` on, and no officer has taken them on. */
export async function countUnheldGluts(day: LocalDate): Promise<number> {
  const { produce } = await loadSupplyBoard(day);
  const gluts = produce.filter((one) => one.weeks.some((week) => week.isGlut));
  if (gluts.length === 0) return 0;
  const held = await reader()
    .select({ key: supplyCases.produceKey })
    .from(supplyCases)
    .where(isNull(supplyCases.closedAt));
  const keys = new Set(held.map(({ key }) => key));
  return gluts.filter(({ key }) => !keys.has(key)).length;
}

/** What a household declared and has not taken back, what is still to come; null outside the scope. */
export async function listOwnDeclarations(
  scope: Scope,
  householdId: string,
): Promise<OwnHarvest[] | null> {
  if (!isInScope(scope, householdId)) return null;
  const { id, produceName, quantityKg, fromOn, toOn, note } = supplyDeclarations;
  const taken = takenBy(reader(), "harvest");
  const soldKg = sql<number>`coalesce(${taken.soldKg}, 0)`;
  return reader()
    .select({ id, produceName, quantityKg, fromOn, toOn, note, soldKg })
    .from(supplyDeclarations)
    .leftJoin(taken, eq(taken.id, harvestId))
    .where(
      and(
        eq(supplyDeclarations.householdId, householdId),
        isNull(supplyDeclarations.withdrawnAt),
        gte(toOn, localDateOf(now())),
      ),
    )
    .orderBy(asc(fromOn), asc(id))
    .limit(OWN_MAX);
}

/** What buyers would take from today on, the nearest first. */
export async function listOpenDemands(): Promise<Demand[]> {
  return selectDemands(isCounted, supplyDemands.fromOn);
}

/** What buyers wrote themselves and no officer has asked back about, the oldest first. */
export async function listAskedDemands(): Promise<Demand[]> {
  return selectDemands(isWaitingDemand, supplyDemands.notedAt);
}

/** How many of these there are. */
export async function countAskedDemands(): Promise<number> {
  const isToCome = gte(supplyDemands.toOn, localDateOf(now()));
  return reader().$count(supplyDemands, and(isWaitingDemand, isToCome));
}

async function selectDemands(wanted: SQL | undefined, order: AnyColumn): Promise<Demand[]> {
  const { id, buyerName, contact, produceName, quantityKg, fromOn, toOn, note } = supplyDemands;
  return reader()
    .select({ id, buyerName, contact, produceName, quantityKg, fromOn, toOn, note })
    .from(supplyDemands)
    .where(and(wanted, gte(toOn, localDateOf(now()))))
    .orderBy(asc(order), asc(id))
    .limit(DEMANDS_MAX);
}

/** Names that were used before, the newest first: whoever takes one of them meets the others on the board. */
export async function listProduceNames(): Promise<string[]> {
  const rows = await reader()
    .select({ key: supplyDeclarations.produceKey, name: supplyDeclarations.produceName })
    .from(supplyDeclarations)
    .orderBy(desc(supplyDeclarations.declaredAt))
    .limit(NAMES_MAX);
  return [...new Map(rows.toReversed().map(({ key, name }) => [key, name])).values()].toSorted(
    (a, b) => a.localeCompare(b, "vi"),
  );
}

async function listDeclared(from: LocalDate, end: LocalDate): Promise<Expected[]> {
  const { produceKey, produceName, fromOn, toOn } = supplyDeclarations;
  const taken = takenBy(reader(), "harvest");
  const rows = await reader()
    .select({
      produceKey,
      produceName,
      quantityKg: leftOf(supplyDeclarations.quantityKg, taken.soldKg),
      fromOn,
      toOn,
      commune: { code: communes.code, name: communes.name },
    })
    .from(supplyDeclarations)
    .leftJoin(taken, eq(taken.id, harvestId))
    .innerJoin(households, eq(households.id, supplyDeclarations.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(
      and(
        eq(households.status, "approved"),
        isNull(supplyDeclarations.withdrawnAt),
        gte(toOn, from),
        lt(fromOn, end),
      ),
    )
    .orderBy(asc(supplyDeclarations.declaredAt))
    .limit(EXPECTED_MAX);
  return rows.filter(({ quantityKg }) => quantityKg > 0);
}

async function listDemanded(from: LocalDate, end: LocalDate): Promise<Expected[]> {
  const { produceKey, produceName, fromOn, toOn } = supplyDemands;
  const taken = takenBy(reader(), "demand");
  const quantityKg = leftOf(supplyDemands.quantityKg, taken.soldKg);
  const rows = await reader()
    .select({ produceKey, produceName, quantityKg, fromOn, toOn })
    .from(supplyDemands)
    .leftJoin(taken, eq(taken.id, supplyDemands.id))
    .where(and(isCounted, gte(toOn, from), lt(fromOn, end)))
    .orderBy(asc(supplyDemands.notedAt))
    .limit(EXPECTED_MAX);
  return rows
    .filter((row) => row.quantityKg > 0)
    .map((row): Expected => ({ ...row, commune: null }));
}

function leftOf(quantityKg: AnyColumn, soldKg: SQL.Aliased<number>): SQL<number> {
  return sql<number>`${quantityKg} - coalesce(${soldKg}, 0)`;
}
