import { and, desc, eq, gt, gte, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { slugOf } from "~/platform/fold";
import { localDateOf, startOfDate, type LocalDate } from "~/platform/period";
import {
  delegationStatus,
  HOUSEHOLD_ENDERS,
  type ConsentDays,
  type DelegationStatus,
} from "./delegation-terms";
import type { Delegation } from "./types-delegations";

const MAX_ROWS = 50;

/** The consent with this number, or null. Who may see it the caller asks. */
export async function findDelegation(
  code: string,
  db: ReadDatabase = reader(),
): Promise<Delegation | null> {
  const [found] = await select(db, eq(delegations.code, code));
  return found ?? null;
}

/** The same by its id. */
export async function findDelegationById(
  id: string,
  db: ReadDatabase = reader(),
): Promise<Delegation | null> {
  const [found] = await select(db, eq(delegations.id, id));
  return found ?? null;
}

/** Whom a household of the scope was asked to trust and whom it does, the newest first; at most 50. */
export async function listHouseholdDelegations(
  scope: Scope,
  householdId: string,
): Promise<Delegation[]> {
  if (!isInScope(scope, householdId)) return [];
  return select(reader(), eq(delegations.householdId, householdId));
}

/** What an agent has asked and nobody has answered, the newest first. */
export async function listAskedConsents(agentId: string): Promise<Delegation[]> {
  return select(reader(), and(eq(delegations.agentId, agentId), isOpen()));
}

/** Sheets that no officer has looked at; at most 50. */
export async function listUncheckedSheets(): Promise<Delegation[]> {
  return select(reader(), and(eq(delegations.way, "sheet"), isOpen()));
}

export async function countUncheckedSheets(): Promise<number> {
  return reader().$count(delegations, and(eq(delegations.way, "sheet"), isOpen()));
}

/** Consents that hold or held, of the household whose name, with accents or without, or phone an officer typed; at most 50. */
export async function searchDelegations(typed: { name: string; phone: string | null }) {
  const { name, phone } = typed;
  // An address is its household's name without accents, and stays.
  const isNamed = sql`instr(${households.slug}, ${slugOf(name)}) > 0`;
  const wanted = phone === null ? isNamed : or(eq(households.phone, phone), eq(users.phone, phone));
  return select(reader(), name === "" && phone === null ? undefined : wanted);
}

function isOpen() {
  return and(isNull(delegations.consentedAt), isNull(delegations.endedAt));
}

async function select(db: ReadDatabase, wanted: SQL | undefined): Promise<Delegation[]> {
  const rows = await db
    .select({
      row: delegations,
      householdSlug: households.slug,
      householdName: households.name,
      contactName: households.contactName,
      phone: households.phone,
      communeName: communes.name,
      agentName: users.fullName,
      agentPhone: users.phone,
    })
    .from(delegations)
    .innerJoin(households, eq(households.id, delegations.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .innerJoin(users, eq(users.id, delegations.agentId))
    .where(wanted)
    .orderBy(desc(delegations.askedAt), desc(delegations.id))
    .limit(MAX_ROWS);
  return rows.map(({ row, ...names }) => {
    const { expiresAt, checkedById: _, ...facts } = row;
    return {
      ...facts,
      ...names,
      days: row.days as ConsentDays,
      status: delegationStatus(row, now()),
      // It ends at that moment, so its last day is the day of the moment before.
      until: expiresAt === null ? null : localDateOf(expiresAt - 1),
    };
  });
}

/** Whatever of this agent's holds or was asked, of every household: all of it, for it ends together. */
export async function listLiveOfAgent(
  db: ReadDatabase,
  agentId: string,
): Promise<{ id: string; status: DelegationStatus }[]> {
  const isLive = or(isNull(delegations.expiresAt), gt(delegations.expiresAt, now()));
  const rows = await db
    .select()
    .from(delegations)
    .where(and(eq(delegations.agentId, agentId), isNull(delegations.endedAt), isLive));
  return rows.map((row) => ({ id: row.id, status: delegationStatus(row, now()) }));
}

type Pair = { agentId: string; householdId: string };

/** What holds of this agent's consents by this household, and what was only asked; none that is over. */
export async function listLiveDelegations(db: ReadDatabase, pair: Pair): Promise<Delegation[]> {
  const isLive = or(isNull(delegations.expiresAt), gt(delegations.expiresAt, now()));
  return select(db, and(ofPair(pair), isNull(delegations.endedAt), isLive));
}

/** Whether the household has said no to the agent on this day or after it: what it signed before is worth nothing then. */
export async function hasStoppedSince(
  db: ReadDatabase,
  { since, ...pair }: Pair & { since: LocalDate },
): Promise<boolean> {
  const stops = and(
    ofPair(pair),
    inArray(delegations.endedBy, [...HOUSEHOLD_ENDERS]),
    gte(delegations.endedAt, startOfDate(since)),
  );
  return (await db.$count(delegations, stops)) > 0;
}

/** Whether the household has ever said no to the agent. */
export async function hasStopped(db: ReadDatabase, pair: Pair): Promise<boolean> {
  const stops = and(ofPair(pair), inArray(delegations.endedBy, [...HOUSEHOLD_ENDERS]));
  return (await db.$count(delegations, stops)) > 0;
}

function ofPair({ agentId, householdId }: Pair) {
  return and(eq(delegations.agentId, agentId), eq(delegations.householdId, householdId));
}

/** Whether the household has said yes or no to any agent. */
export async function hasAnswered(db: ReadDatabase, householdId: string): Promise<boolean> {
  const isAnswered = or(
    isNotNull(delegations.consentedAt),
    inArray(delegations.endedBy, [...HOUSEHOLD_ENDERS]),
  );
  const answers = and(eq(delegations.householdId, householdId), isAnswered);
  return (await db.$count(delegations, answers)) > 0;
}
