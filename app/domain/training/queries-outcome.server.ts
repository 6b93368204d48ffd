import {
  and,
  asc,
  count,
  eq,
  inArray,
  isNotNull,
  like,
  lte,
  min,
  ne,
  sql,
  type SQL,
} from "drizzle-orm";
import { productEvents, products } from "~db/schema/catalog";
import { householdEvents, households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { lessonViews, trainingAttendances, trainingSessions } from "~db/schema/training";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { localDateOf, monthOf, type Month } from "~/platform/period";
import type { LessonName } from "./lessons";
import { outcomeOf, type Attended, type Firsts, type Outcome } from "./outcome";
import type { SessionScope } from "./types";

/** More than a province writes down in years. */
const ATTENDED_MAX = 100_000;
const SESSIONS_MAX = 5_000;

/** What came of each session of the scope by its id, and of all of them, as it stands now. */
export async function loadOutcomes(
  scope: SessionScope,
  db: ReadDatabase = reader(),
): Promise<{ ofSession: (id: string) => Outcome; total: Outcome }> {
  const isOurs = scope.kind === "all" ? undefined : eq(trainingSessions.helperId, scope.helperId);
  const attended = await listAttended(db, isOurs);
  const firsts = await loadFirsts(db);
  const at = now();
  const bySession = new Map<string, Attended[]>();
  for (const one of attended) {
    const list = bySession.get(one.sessionId);
    if (list) list.push(one);
    else bySession.set(one.sessionId, [one]);
  }
  return {
    ofSession: (id) => outcomeOf(bySession.get(id) ?? [], firsts, at),
    total: outcomeOf(attended, firsts, at),
  };
}

/** A session that took place, or whose day is here, with what came of it by and by. */
export type YearSession = { month: Month; communeCode: string; attended: Attended[] };

/**
 * The sessions of a year up to today, none that was cancelled, with who was there; `outcomeOf` says of several of them what
 * came of it, as the list of sessions does.
 */
export async function loadYearSessions(
  year: string,
): Promise<{ sessions: YearSession[]; outcomeOf: (sessions: readonly YearSession[]) => Outcome }> {
  const db = reader();
  const at = now();
  const isWanted = and(
    like(trainingSessions.heldOn, `${year}-%`),
    lte(trainingSessions.heldOn, localDateOf(at)),
  );
  const rows = await db
    .select({
      id: trainingSessions.id,
      heldOn: trainingSessions.heldOn,
      communeCode: trainingSessions.communeCode,
    })
    .from(trainingSessions)
    .where(and(isWanted, ne(trainingSessions.status, "cancelled")))
    .limit(SESSIONS_MAX);
  const sessions = new Map(
    rows.map(({ id, heldOn, communeCode }) => [
      id,
      { month: monthOf(heldOn), communeCode, attended: [] as Attended[] },
    ]),
  );
  for (const one of await listAttended(db, isWanted)) {
    sessions.get(one.sessionId)?.attended.push(one);
  }
  const firsts = await loadFirsts(db);
  return {
    sessions: [...sessions.values()],
    outcomeOf: (several) =>
      outcomeOf(
        several.flatMap(({ attended }) => attended),
        firsts,
        at,
      ),
  };
}

async function listAttended(
  db: ReadDatabase,
  wanted: SQL | undefined,
): Promise<(Attended & { sessionId: string })[]> {
  return db
    .select({
      sessionId: trainingSessions.id,
      heldOn: trainingSessions.heldOn,
      householdId: trainingAttendances.householdId,
    })
    .from(trainingAttendances)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingAttendances.sessionId))
    .where(and(wanted, ne(trainingSessions.status, "cancelled")))
    .limit(ATTENDED_MAX);
}

/** When each household that ever was at a session did what for the first time. */
async function loadFirsts(db: ReadDatabase): Promise<Map<string, Firsts>> {
  const wereThere = db
    .selectDistinct({ id: trainingAttendances.householdId })
    .from(trainingAttendances)
    .where(isNotNull(trainingAttendances.householdId));
  const joined = await db
    .select({ id: householdEvents.householdId, firstAt: min(householdEvents.occurredAt) })
    .from(householdEvents)
    .where(
      and(
        inArray(householdEvents.householdId, wereThere),
        eq(householdEvents.toStatus, "approved"),
      ),
    )
    .groupBy(householdEvents.householdId);
  const listed = await db
    .select({ id: products.householdId, firstAt: min(productEvents.occurredAt) })
    .from(productEvents)
    .innerJoin(products, eq(products.id, productEvents.productId))
    .where(and(inArray(products.householdId, wereThere), eq(productEvents.toStatus, "published")))
    .groupBy(products.householdId);
  // The first day is found by an index, so that it does not matter how much a household has sold since.
  const firstSale = db
    .select({ at: orders.deliveredAt })
    .from(orders)
    .where(
      and(
        eq(orders.householdId, households.id),
        eq(orders.status, "delivered"),
        isNotNull(orders.deliveredOn),
      ),
    )
    .orderBy(asc(orders.deliveredOn), asc(orders.deliveredAt))
    .limit(1);
  const sold = await db
    .select({ id: households.id, firstAt: sql<number | null>`${firstSale}` })
    .from(households)
    .where(inArray(households.id, wereThere));
  const firsts = new Map<string, Firsts>();
  const note = (key: keyof Firsts, rows: { id: string; firstAt: number | null }[]) => {
    for (const { id, firstAt } of rows) {
      const known = firsts.get(id) ?? { joinedAt: null, listedAt: null, soldAt: null };
      firsts.set(id, { ...known, [key]: firstAt });
    }
  };
  note("joinedAt", joined);
  note("listedAt", listed);
  note("soldAt", sold);
  return firsts;
}

/** How many households say that they have been through each lesson. */
export async function countLessonViews(): Promise<{ lesson: LessonName; count: number }[]> {
  return reader()
    .select({ lesson: lessonViews.lesson, count: count() })
    .from(lessonViews)
    .groupBy(lessonViews.lesson);
}
