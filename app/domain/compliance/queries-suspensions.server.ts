import { and, asc, eq, inArray, isNull, lte, type SQL } from "drizzle-orm";
import { complianceRequests } from "~db/schema/compliance";
import { householdSuspensions } from "~db/schema/compliance-duties";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { AnnouncedSuspension, OpenSuspensionRequest } from "./types";

const ANNOUNCED_MAX = 200;

/** All that were told and not yet carried out or taken back, the soonest first, at most 200. */
export async function listAnnouncedSuspensions(): Promise<AnnouncedSuspension[]> {
  return selectAnnounced().limit(ANNOUNCED_MAX);
}

/** Those of these households. */
export async function listAnnouncedOf(
  householdIds: readonly string[],
): Promise<AnnouncedSuspension[]> {
  const isOne = inArray(householdSuspensions.householdId, [...householdIds]);
  return selectAnnounced(isOne).limit(ANNOUNCED_MAX);
}

/** What a household was told and waits for its day; null: nothing. */
export async function findAnnounced(householdId: string): Promise<AnnouncedSuspension | null> {
  const [row] = await selectAnnounced(eq(householdSuspensions.householdId, householdId)).limit(1);
  return row ?? null;
}

function selectAnnounced(where?: SQL) {
  const { id, householdId, reason, toldAt, effectiveAt, state } = householdSuspensions;
  return reader()
    .select({
      id,
      householdId,
      reason,
      toldAt,
      effectiveAt,
      slug: households.slug,
      name: households.name,
      toldByName: users.fullName,
    })
    .from(householdSuspensions)
    .innerJoin(households, eq(households.id, householdId))
    .innerJoin(users, eq(users.id, householdSuspensions.toldById))
    .where(and(eq(state, "waiting"), where))
    .orderBy(asc(effectiveAt), asc(id))
    .$dynamic();
}

export async function countAnnouncedSuspensions(): Promise<number> {
  return reader().$count(householdSuspensions, eq(householdSuspensions.state, "waiting"));
}

/** Which are to be carried out at a moment, the longest due first. */
export async function listDueSuspensions(
  at: number,
  limit: number,
): Promise<{ id: string; householdId: string; slug: string }[]> {
  const { id, householdId, state, effectiveAt } = householdSuspensions;
  return reader()
    .select({ id, householdId, slug: households.slug })
    .from(householdSuspensions)
    .innerJoin(households, eq(households.id, householdId))
    .where(and(eq(state, "waiting"), lte(effectiveAt, at)))
    .orderBy(asc(effectiveAt), asc(id))
    .limit(limit);
}

const REQUESTS_MAX = 50;

/** The open requests of authorities that a household be suspended, the soonest due first. */
export async function listSuspensionRequests(
  householdId: string,
  db: ReadDatabase = reader(),
): Promise<OpenSuspensionRequest[]> {
  const { id, fromWhom, paperNumber, receivedAt, dueAt } = complianceRequests;
  return db
    .select({ id, fromWhom, paperNumber, receivedAt })
    .from(complianceRequests)
    .where(isOpenAbout(householdId))
    .orderBy(asc(dueAt), asc(id))
    .limit(REQUESTS_MAX);
}

/** Whether an authority's request that this household be suspended waits for its answer. */
export async function hasOpenSuspensionRequest(
  db: ReadDatabase,
  householdId: string,
): Promise<boolean> {
  return (await db.$count(complianceRequests, isOpenAbout(householdId))) > 0;
}

function isOpenAbout(householdId: string): SQL | undefined {
  const { kind, aboutKind, aboutId, answeredAt } = complianceRequests;
  return and(
    eq(kind, "suspension"),
    eq(aboutKind, "household"),
    eq(aboutId, householdId),
    isNull(answeredAt),
  );
}
