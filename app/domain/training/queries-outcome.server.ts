import { and, count, eq, inArray, isNotNull, min, ne, type SQL } from "drizzle-orm";
import { productEvents, products } from "~db/schema/catalog";
import { householdEvents } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { lessonViews, trainingAttendances, trainingSessions } from "~db/schema/training";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { LessonName } from "./lessons";
import { outcomeOf, type Attended, type Firsts, type Outcome } from "./outcome";
import type { SessionScope } from "./types";

/** More than a province writes down in years. */
const ATTENDED_MAX = 100_000;

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
  const sold = await db
    .select({ id: orders.householdId, firstAt: min(orders.deliveredAt) })
    .from(orders)
    .where(and(inArray(orders.householdId, wereThere), eq(orders.status, "delivered")))
    .groupBy(orders.householdId);
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
