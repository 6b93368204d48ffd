import { and, asc, desc, eq, gte, isNotNull, sql } from "drizzle-orm";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { communes } from "~db/schema/places";
import { lessonViews, trainingAttendances, trainingSessions } from "~db/schema/training";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { LessonName } from "./lessons";
import type { HouseholdSession } from "./types";

const COMING_MAX = 30;
const PAST_MAX = 50;

/** Sessions from today on, also those called off: in the household's own commune first, then by day. At most 30. */
export async function listComingSessions(
  scope: Scope,
  householdId: string,
): Promise<HouseholdSession[]> {
  if (!isInScope(scope, householdId)) return [];
  const isNear = sql<number>`${trainingSessions.communeCode} = ${households.communeCode}`;
  const rows = await selectFor(householdId)
    .where(gte(trainingSessions.heldOn, localDateOf(now())))
    .orderBy(desc(isNear), asc(trainingSessions.heldOn), asc(trainingSessions.id))
    .limit(COMING_MAX);
  return rows.map(toSession);
}

/** Sessions that the household was at, the latest first; at most 50. */
export async function listAttendedSessions(
  scope: Scope,
  householdId: string,
): Promise<HouseholdSession[]> {
  if (!isInScope(scope, householdId)) return [];
  const rows = await selectFor(householdId)
    .where(isNotNull(trainingAttendances.id))
    .orderBy(desc(trainingSessions.heldOn), desc(trainingSessions.id))
    .limit(PAST_MAX);
  return rows.map(toSession);
}

function selectFor(householdId: string) {
  return reader()
    .select({
      row: trainingSessions,
      communeName: communes.name,
      helperName: users.fullName,
      way: trainingAttendances.way,
    })
    .from(trainingSessions)
    .innerJoin(communes, eq(communes.code, trainingSessions.communeCode))
    .innerJoin(households, eq(households.id, householdId))
    .leftJoin(users, eq(users.id, trainingSessions.helperId))
    .leftJoin(
      trainingAttendances,
      and(
        eq(trainingAttendances.sessionId, trainingSessions.id),
        eq(trainingAttendances.householdId, householdId),
      ),
    );
}

type Row = Awaited<ReturnType<typeof selectFor>>[number];

function toSession({ row: { code: _, createdAt: _at, ...row }, ...rest }: Row): HouseholdSession {
  return { ...row, ...rest };
}

/** How the household is on the list of a session; null: it is not. */
export async function findOwnAttendance(
  db: ReadDatabase,
  { sessionId, householdId }: { sessionId: string; householdId: string },
) {
  const [row] = await db
    .select({ id: trainingAttendances.id, way: trainingAttendances.way })
    .from(trainingAttendances)
    .where(
      and(
        eq(trainingAttendances.sessionId, sessionId),
        eq(trainingAttendances.householdId, householdId),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** The lessons that a household of the scope says it has been through. */
export async function listSeenLessons(scope: Scope, householdId: string): Promise<LessonName[]> {
  if (!isInScope(scope, householdId)) return [];
  const rows = await reader()
    .select({ lesson: lessonViews.lesson })
    .from(lessonViews)
    .where(eq(lessonViews.householdId, householdId));
  return rows.map((row) => row.lesson);
}
