import {
  and,
  desc,
  eq,
  getTableColumns,
  gte,
  isNull,
  max,
  ne,
  notInArray,
  type SQL,
} from "drizzle-orm";
import { householdMembers, households } from "~db/schema/households";
import { phoneChanges, users } from "~db/schema/identity";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { ENTRY_NEWS_MS } from "./entry-code-terms";
import { householdIdsOf } from "./queries-membership.server";
import type { PhoneChange } from "./types-phone-changes";

const MAX_ROWS = 50;

/** Which numbers members of a household of the scope have changed, the newest first; at most 50. */
export async function listPhoneChanges(scope: Scope, householdId: string): Promise<PhoneChange[]> {
  if (!isInScope(scope, householdId)) return [];
  const rows = await select(reader(), eq(householdMembers.householdId, householdId));
  const isDepartment = scope.kind === "all";
  return rows.map(({ userId: _member, ...row }) =>
    isDepartment ? row : { ...row, oldPhone: null, newPhone: null },
  );
}

/** One of them, with whose account it is, or null; whoever asks is of the department. */
export async function findChangeOfHousehold(
  db: ReadDatabase,
  { householdId, changeId }: { householdId: string; changeId: string },
): Promise<(PhoneChange & { userId: string }) | null> {
  const ofHousehold = eq(householdMembers.householdId, householdId);
  const [found] = await select(db, and(ofHousehold, eq(phoneChanges.id, changeId)));
  return found ?? null;
}

/** How many numbers this person has changed to since a change, which stands as they do. */
export async function countLaterChanges(
  db: ReadDatabase,
  { userId, changedAt, id }: { userId: string; changedAt: number; id: string },
): Promise<number> {
  const isLater = and(gte(phoneChanges.changedAt, changedAt), ne(phoneChanges.id, id));
  const stands = and(eq(phoneChanges.userId, userId), isNull(phoneChanges.undoneAt));
  return db.$count(phoneChanges, and(stands, isLater));
}

async function select(db: ReadDatabase, wanted: SQL | undefined) {
  return db
    .select({ ...getTableColumns(phoneChanges), memberName: users.fullName })
    .from(phoneChanges)
    .innerJoin(users, eq(users.id, phoneChanges.userId))
    .innerJoin(householdMembers, eq(householdMembers.userId, phoneChanges.userId))
    .where(wanted)
    .orderBy(desc(phoneChanges.changedAt), desc(phoneChanges.id))
    .limit(MAX_ROWS);
}

/** The newest that its members should hear of above all else, or null. */
export async function findPhoneNews(
  scope: Scope,
  householdId: string,
): Promise<PhoneChange | null> {
  const changes = await listPhoneChanges(scope, householdId);
  const since = now() - ENTRY_NEWS_MS;
  return changes.find(({ undoneAt, changedAt }) => (undoneAt ?? changedAt) > since) ?? null;
}

/** When a member's phone was last changed, or changed back; null: never. */
export async function lastPhoneChange(
  db: ReadDatabase,
  householdId: string,
): Promise<number | null> {
  const [row] = await db
    .select({ changedAt: max(phoneChanges.changedAt), undoneAt: max(phoneChanges.undoneAt) })
    .from(phoneChanges)
    .innerJoin(householdMembers, eq(householdMembers.userId, phoneChanges.userId))
    .where(eq(householdMembers.householdId, householdId));
  return row?.changedAt ? Math.max(row.changedAt, row.undoneAt ?? 0) : null;
}

/** Whether a household to which this person does not belong is reached by this number (ten digits). */
export async function isPhoneOfOthers(
  db: ReadDatabase,
  { userId, phone }: { userId: string; phone: string },
): Promise<boolean> {
  const own = await householdIdsOf(db, userId);
  const isOthers = and(eq(households.phone, phone), notInArray(households.id, own));
  return (await db.$count(households, isOthers)) > 0;
}

/** The households of this person, with the number by which each is reached. */
export async function listReachedHouseholds(
  userId: string,
): Promise<{ name: string; phone: string }[]> {
  return reader()
    .select({ name: households.name, phone: households.phone })
    .from(households)
    .innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
    .where(eq(householdMembers.userId, userId))
    .orderBy(households.createdAt, households.id)
    .limit(MAX_ROWS);
}
