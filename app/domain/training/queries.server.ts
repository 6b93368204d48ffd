import { and, asc, count, desc, eq, inArray, isNull, max, sql, type SQL } from "drizzle-orm";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { trainingAttendances, trainingEvents, trainingSessions } from "~db/schema/training";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { slugOf } from "~/platform/fold";
import { isPlannedBy } from "./planner";
import { LIST_MAX } from "./session-status";
import type { Sought } from "./sought";
import type { Attendance, FoundHousehold, Session, SessionScope } from "./types";

export const SESSIONS_PAGE_SIZE = 30;
const FOUND_MAX = 20;
const FILE_MAX = 5_000;
const AGENTS_MAX = 500;

/** The session with this id among those of the scope, or null. */
export async function findSession(
  scope: SessionScope,
  id: string,
  db: ReadDatabase = reader(),
): Promise<Session | null> {
  const [found] = await selectSessions(db, and(rowsOf(scope), eq(trainingSessions.id, id)));
  return found ?? null;
}

/** One of them whose plan may be changed there, or null. */
export async function findPlannedSession(scope: SessionScope, id: string): Promise<Session | null> {
  const session = await findSession(scope, id);
  return session && isPlannedBy(scope, session) ? session : null;
}

/** The session of a sheet on a wall, or null. */
export async function findSessionByCode(
  code: string,
  db: ReadDatabase = reader(),
): Promise<Session | null> {
  const [found] = await selectSessions(db, eq(trainingSessions.code, code));
  return found ?? null;
}

/** What is printed for it, with the code: whoever reads that may say that they are there. */
export async function findSheet(
  scope: SessionScope,
  id: string,
): Promise<{ session: Session; code: string } | null> {
  const session = await findSession(scope, id);
  const [row] = await reader()
    .select({ code: trainingSessions.code })
    .from(trainingSessions)
    .where(and(rowsOf(scope), eq(trainingSessions.id, id)))
    .limit(1);
  return session && row ? { session, code: row.code } : null;
}

/** Sessions of the scope, the latest day first, by pages of 30. */
export async function listSessions(
  scope: SessionScope,
  { page }: { page: number },
): Promise<{ sessions: Session[]; total: number }> {
  const sessions = await selectSessions(reader(), rowsOf(scope), {
    limit: SESSIONS_PAGE_SIZE,
    offset: (page - 1) * SESSIONS_PAGE_SIZE,
  });
  const [counted] = await reader()
    .select({ total: count() })
    .from(trainingSessions)
    .where(rowsOf(scope));
  return { sessions, total: counted?.total ?? 0 };
}

/** All sessions for a file, the latest day first; at most 5,000. */
export async function listAllSessions(): Promise<Session[]> {
  return selectSessions(reader(), undefined, { limit: FILE_MAX, offset: 0 });
}

function rowsOf(scope: SessionScope): SQL | undefined {
  return scope.kind === "all" ? undefined : eq(trainingSessions.helperId, scope.helperId);
}

async function selectSessions(
  db: ReadDatabase,
  wanted: SQL | undefined,
  { limit, offset }: { limit: number; offset: number } = { limit: 1, offset: 0 },
): Promise<Session[]> {
  const rows = await db
    .select({ row: trainingSessions, communeName: communes.name, helperName: users.fullName })
    .from(trainingSessions)
    .innerJoin(communes, eq(communes.code, trainingSessions.communeCode))
    .leftJoin(users, eq(users.id, trainingSessions.helperId))
    .where(wanted)
    .orderBy(desc(trainingSessions.heldOn), desc(trainingSessions.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ row: { code: _, createdAt: _at, ...row }, ...names }) => ({
    ...row,
    ...names,
  }));
}

/** Who was at a session of the scope, as they came; at most 1,000. */
export async function listAttendances(
  sessionId: string,
  db: ReadDatabase = reader(),
): Promise<Attendance[]> {
  const rows = await db
    .select({
      row: trainingAttendances,
      slug: households.slug,
      name: households.name,
      communeName: communes.name,
      writerName: users.fullName,
    })
    .from(trainingAttendances)
    .leftJoin(households, eq(households.id, trainingAttendances.householdId))
    .leftJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(users, eq(users.id, trainingAttendances.writerId))
    .where(eq(trainingAttendances.sessionId, sessionId))
    .orderBy(asc(trainingAttendances.writtenAt), asc(trainingAttendances.id))
    .limit(LIST_MAX);
  return rows.map(({ row, slug, name, communeName, writerName }) => ({
    id: row.id,
    household: slug === null ? null : { slug, name: name ?? "", communeName: communeName ?? "" },
    personName: row.personName,
    personPhone: row.personPhone,
    isErased: row.erasedAt !== null,
    way: row.way,
    writerName,
    writtenAt: row.writtenAt,
  }));
}

/**
 * Households to be put on a list, by phone, or by name with accents or without: by name only those that buyers can read
 * of, which have been approved. At most 20.
 */
export async function searchHouseholds(
  sessionId: string,
  { name, phone }: Sought,
): Promise<FoundHousehold[]> {
  const folded = slugOf(name);
  if (phone === null && folded.length < 2) return [];
  // An address is its household's name without accents, and stays.
  const isNamed = and(
    eq(households.status, "approved"),
    sql`instr(${households.slug}, ${folded}) > 0`,
  );
  const rows = await reader()
    .select({
      slug: households.slug,
      name: households.name,
      communeName: communes.name,
      attendanceId: trainingAttendances.id,
    })
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .leftJoin(
      trainingAttendances,
      and(
        eq(trainingAttendances.householdId, households.id),
        eq(trainingAttendances.sessionId, sessionId),
      ),
    )
    .where(phone === null ? isNamed : eq(households.phone, phone))
    .orderBy(asc(households.slug))
    .limit(FOUND_MAX);
  return rows.map(({ attendanceId, ...found }) => ({ ...found, isListed: attendanceId !== null }));
}

/** The ids of the households with these addresses. */
export async function listHouseholdIds(db: ReadDatabase, slugs: readonly string[]) {
  return db
    .select({ id: households.id, slug: households.slug })
    .from(households)
    .where(inArray(households.slug, [...slugs]))
    .limit(slugs.length);
}

/** The households that registered with this phone. */
export async function listHouseholdsOfPhone(db: ReadDatabase, phone: string) {
  return db
    .select({ id: households.id })
    .from(households)
    .where(eq(households.phone, phone))
    .limit(2);
}

/** Who can keep a list beside the department, by name; at most 500. */
export async function listAgents(): Promise<{ id: string; fullName: string }[]> {
  return reader()
    .select({ id: users.id, fullName: users.fullName })
    .from(users)
    .where(and(eq(users.role, "agent"), isNull(users.deletedAt)))
    .orderBy(asc(users.fullName), asc(users.id))
    .limit(AGENTS_MAX);
}

/** Whether somebody is on the list of this session. */
export async function hasAttendances(db: ReadDatabase, sessionId: string): Promise<boolean> {
  return (await db.$count(trainingAttendances, eq(trainingAttendances.sessionId, sessionId))) > 0;
}

/** When the list of a session was closed last, in milliseconds; 0 where it never was. */
export async function findClosedAt(db: ReadDatabase, id: string): Promise<number> {
  const { sessionId, toStatus, occurredAt } = trainingEvents;
  const [row] = await db
    .select({ at: max(occurredAt) })
    .from(trainingEvents)
    .where(and(eq(sessionId, id), eq(toStatus, "held")));
  return row?.at ?? 0;
}
