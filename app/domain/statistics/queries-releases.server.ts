import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
} from "drizzle-orm";
import { users } from "~db/schema/identity";
import { periodEditions, periodPublications } from "~db/schema/statistics-periods";
import { releaseOutcomes, releaseSteps } from "~db/schema/statistics-releases";
import { alias } from "~db/dialect";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { addMonths, DAY_MS, monthsUntil, startOfDate, type Month } from "~/platform/period";
import { currentMonth } from "./queries.server";
import { listEditions } from "./periods/queries-editions.server";
import { readTurn } from "./queries-periods.server";
import {
  isPending,
  needsSomebody,
  releasesOf,
  type Publication,
  type Release,
  type ReleaseOutcome,
  type ReleaseStep,
  type ReleaseTurn,
} from "./releases";

/** Of a list; nobody moves a date so often. */
const STEPS_MAX = 2_000;
/** What was announced stays on the public page for so long after its hour. */
const SHOWN_DAYS = 365;
const AHEAD_MONTHS = 11;

/** All that was announced of a month, the oldest first. */
export async function readReleasesOf(db: ReadDatabase, month: Month): Promise<Release[]> {
  const steps = await selectSteps(db, eq(releaseSteps.month, month));
  const publications = await selectPublications(db, eq(periodEditions.month, month));
  return releasesOf(steps.map(stepOf), publications, now());
}

/** Every publication that was announced and that nothing has come of yet, the oldest month first. */
export async function readPendingReleases(db: ReadDatabase): Promise<Release[]> {
  const open = and(isNotNull(releaseSteps.dueAt), isNull(releaseOutcomes.stepId));
  const steps = await selectSteps(db, open);
  const pending: Release[] = [];
  for (const month of new Set(steps.map(({ row }) => row.month))) {
    pending.push(...(await readReleasesOf(db, month)).filter(isPending));
  }
  return pending;
}

/** A month of the calendar; null before the first with figures and more than a year ahead. */
export async function findReleaseTurn(month: Month): Promise<ReleaseTurn | null> {
  const { first, next } = await readTurn(reader());
  const current = currentMonth();
  if (month < (first ?? next ?? current) || month > addMonths(current, 12)) return null;
  const releases = await readReleasesOf(reader(), month);
  const editions = await listEditions(reader(), [month]);
  const afterEdition = editions.findLast((one) => one.publishedAt !== null)?.edition ?? 0;
  const newest = editions.at(-1);
  return {
    month,
    releases,
    current: releases.find((release) => release.afterEdition === afterEdition) ?? null,
    seen: releases.flatMap(({ steps }) => steps).length,
    newest: newest ? { edition: newest.edition, isPublic: newest.publishedAt !== null } : null,
    isOver: month < current,
  };
}

/** For screens: what was announced of the last two years and of what is to come, the newest month first. */
export async function listReleases(): Promise<Release[]> {
  const since = addMonths(currentMonth(), -24);
  const db = reader();
  const { month, madeAt } = releaseSteps;
  // A revision may be announced of a month that is years ago.
  const isShown = or(gte(month, since), gte(madeAt, startOfDate(`${since}-01`)));
  const steps = await selectSteps(db, isShown).limit(STEPS_MAX);
  const months = [...new Set(steps.map(({ row }) => row.month))];
  const publications = await selectPublications(db, inArray(periodEditions.month, months));
  return releasesOf(steps.map(stepOf), publications, now()).toReversed();
}

/** What everybody reads of it: without names and causes, what is to come in the order of its hours, and the year behind. */
export async function readPublicReleases(): Promise<{ next: Release[]; past: Release[] }> {
  const all = (await listReleases()).map((release) => ({
    ...release,
    steps: release.steps.map((step) => ({
      ...step,
      id: String(step.step),
      madeBy: { id: "", name: "" },
      outcome: step.outcome && withoutCause(step.outcome),
    })),
  }));
  const since = now() - SHOWN_DAYS * DAY_MS;
  const isRecent = ({ publishedAt, dueAt, steps }: Release) =>
    (publishedAt ?? dueAt ?? steps.at(-1)?.madeAt ?? 0) >= since;
  return {
    next: all.filter(isPending).toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)),
    past: all.filter((release) => !isPending(release) && isRecent(release)),
  };
}

function withoutCause(outcome: ReleaseOutcome): ReleaseOutcome {
  if (outcome.outcome !== "failed") return outcome;
  return { ...outcome, cause: { code: "work_failed", detail: {} } };
}

/** How many hours have gone by without the publication that was announced for them. */
export async function countMissedReleases(): Promise<number> {
  return (await listReleases()).filter(needsSomebody).length;
}

/** The months that are not public, the first of them on and a year ahead: whether anything is announced of them. */
export async function listCalendarMonths(): Promise<{ month: Month; isAnnounced: boolean }[]> {
  const { first, next } = await readTurn(reader());
  const announced = new Set((await listReleases()).map(({ month }) => month));
  const last = addMonths(currentMonth(), AHEAD_MONTHS);
  const start = first ?? next ?? currentMonth();
  const published = await selectPublications(reader(), gte(periodEditions.month, start));
  const isPublic = new Set(published.map(({ month }) => month));
  return monthsUntil(last, 24)
    .filter((month) => month >= start && !isPublic.has(month))
    .map((month) => ({ month, isAnnounced: announced.has(month) }));
}

/**
 * Announced months that cannot become public at their hour as it stands, each with the first month before it that is not
 * public nor announced: months become public one after another.
 */
export async function readReleaseGaps(): Promise<Record<Month, Month>> {
  const pending = await readPendingReleases(reader());
  const announced = new Set(
    pending.filter(({ afterEdition }) => afterEdition === 0).map(({ month }) => month),
  );
  const open = (await listCalendarMonths()).filter(({ month }) => !announced.has(month));
  const gaps = [...announced].flatMap((month) => {
    const before = open.find((one) => one.month < month);
    return before ? [[month, before.month] as const] : [];
  });
  return Object.fromEntries(gaps);
}

export type DueRelease = { stepId: string; month: Month; dueAt: number; madeById: string };

const later = alias(releaseSteps, "later_steps");

/**
 * What holds, has come to its hour, and is neither decided nor published; the oldest month first, because months become
 * public one after another.
 * @param stepId only this one, to look again where it is decided
 */
export async function listDueReleases(
  db: ReadDatabase,
  { atInstant, stepId }: { atInstant: number; stepId?: string },
): Promise<DueRelease[]> {
  const { month, step, dueAt, afterEdition, madeById, id } = releaseSteps;
  const isMoved = db
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.month, month), gt(later.step, step)));
  const isPublished = db
    .select({ id: periodEditions.id })
    .from(periodEditions)
    .innerJoin(periodPublications, eq(periodPublications.editionId, periodEditions.id))
    .where(and(eq(periodEditions.month, month), gt(periodEditions.edition, afterEdition)));
  const rows = await db
    .select({ stepId: id, month, dueAt, madeById })
    .from(releaseSteps)
    .leftJoin(releaseOutcomes, eq(releaseOutcomes.stepId, id))
    .where(
      and(
        lte(dueAt, atInstant),
        isNull(releaseOutcomes.stepId),
        stepId === undefined ? undefined : eq(id, stepId),
        notExists(isMoved),
        notExists(isPublished),
      ),
    )
    .orderBy(asc(month))
    .limit(50);
  return rows.flatMap((row) => (row.dueAt === null ? [] : [{ ...row, dueAt: row.dueAt }]));
}

function selectSteps(db: ReadDatabase, where: SQL | undefined) {
  return db
    .select({ row: releaseSteps, outcome: releaseOutcomes, name: users.fullName })
    .from(releaseSteps)
    .innerJoin(users, eq(users.id, releaseSteps.madeById))
    .leftJoin(releaseOutcomes, eq(releaseOutcomes.stepId, releaseSteps.id))
    .where(where)
    .orderBy(asc(releaseSteps.month), asc(releaseSteps.step))
    .$dynamic();
}

function stepOf({ row, outcome, name }: Awaited<ReturnType<typeof selectSteps>>[number]) {
  const { madeById, ...step } = row;
  const known: ReleaseStep = {
    ...step,
    madeBy: { id: madeById, name },
    outcome: outcome && outcomeOf(outcome),
  };
  return known;
}

function outcomeOf(row: typeof releaseOutcomes.$inferSelect): ReleaseOutcome {
  const { outcome, cause, decidedAt } = row;
  if (outcome !== "failed") return { outcome, decidedAt };
  return { outcome, decidedAt, cause: cause ?? { code: "work_failed", detail: {} } };
}

async function selectPublications(db: ReadDatabase, where: SQL): Promise<Publication[]> {
  const { month, edition } = periodEditions;
  return db
    .select({ month, edition, publishedAt: periodPublications.publishedAt })
    .from(periodPublications)
    .innerJoin(periodEditions, eq(periodEditions.id, periodPublications.editionId))
    .where(where)
    .orderBy(desc(periodEditions.place));
}
