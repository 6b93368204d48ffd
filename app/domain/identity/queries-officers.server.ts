import {
  aliasedTable,
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
} from "drizzle-orm";
import { users } from "~db/schema/identity";
import { officerGrants, secondSteps } from "~db/schema/identity-officers";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { officerGrantState, type OfficerGrantState } from "./officer-grants";
import type { Officer, OfficerGrantView, SecondStep } from "./types-officers";

const OFFICERS_MAX = 500;
const GRANTS_MAX = 200;

export type OfficerGrant = typeof officerGrants.$inferSelect & { state: OfficerGrantState };

export async function loadOfficerGrant(
  db: ReadDatabase,
  grantId: string,
): Promise<OfficerGrant | null> {
  const [row] = await db.select().from(officerGrants).where(eq(officerGrants.id, grantId)).limit(1);
  return row ? { ...row, state: officerGrantState(row, now()) } : null;
}

const isOpen = and(isNull(officerGrants.usedAt), isNull(officerGrants.endedAt));

/** The one that waits, for agreement or to be used, or whose time ran out; null: none. */
export async function loadOpenGrant(
  db: ReadDatabase,
  userId: string,
): Promise<OfficerGrant | null> {
  const [row] = await db
    .select()
    .from(officerGrants)
    .where(and(eq(officerGrants.userId, userId), isOpen))
    .limit(1);
  return row ? { ...row, state: officerGrantState(row, now()) } : null;
}

/** What is open for this person, or of which they have a half in hand: the password as who asked, the code as who agreed. */
export async function listGrantsInHand(db: ReadDatabase, userId: string): Promise<string[]> {
  const { userId: forId, askedById, agreedById } = officerGrants;
  const isTheirs = or(eq(forId, userId), eq(askedById, userId), eq(agreedById, userId));
  const rows = await db
    .select({ id: officerGrants.id })
    .from(officerGrants)
    .where(and(isTheirs, isOpen))
    .limit(GRANTS_MAX);
  return rows.map((row) => row.id);
}

/** By whose code this person may set up a second step now; null: none. */
export async function loadUsableGrant(
  db: ReadDatabase,
  userId: string,
): Promise<OfficerGrant | null> {
  const grant = await loadOpenGrant(db, userId);
  return grant?.state === "agreed" ? grant : null;
}

/** The person's own second step; null: none is set up. */
export async function findSecondStep(
  userId: string,
  db: ReadDatabase = reader(),
): Promise<SecondStep | null> {
  const [row] = await db
    .select({ setUpAt: secondSteps.setUpAt, recoveryMarks: secondSteps.recoveryMarks })
    .from(secondSteps)
    .where(eq(secondSteps.userId, userId))
    .limit(1);
  return row ? { setUpAt: row.setUpAt, leftCount: row.recoveryMarks.length } : null;
}

/** Everybody who works for the department, and then who did, each by name. */
export async function listOfficersDesk(): Promise<Officer[]> {
  const officers = await selectOfficers(
    and(eq(users.role, "department_officer"), isNull(users.deletedAt)),
  );
  const granted = reader()
    .select({ id: officerGrants.userId })
    .from(officerGrants)
    .where(wasAgreed);
  const former = await selectOfficers(
    and(eq(users.role, "buyer"), isNull(users.deletedAt), inArray(users.id, granted)),
  );
  return [...officers, ...former];
}

/** Who has such a grant is an officer, or was one. */
const wasAgreed = isNotNull(officerGrants.agreedAt);

/** An officer, or who was one; null: somebody else. */
export async function findOfficer(userId: string): Promise<Officer | null> {
  const [found] = await selectOfficers(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (!found) return null;
  if (found.isOfficer) return found;
  // A helper or a household's member by now.
  if ((await reader().$count(users, and(eq(users.id, userId), eq(users.role, "buyer")))) === 0)
    return null;
  const granted = and(eq(officerGrants.userId, userId), wasAgreed);
  return (await reader().$count(officerGrants, granted)) > 0 ? found : null;
}

async function selectOfficers(where: SQL | undefined): Promise<Officer[]> {
  const rows = await reader()
    .select({
      id: users.id,
      fullName: users.fullName,
      phone: users.phone,
      role: users.role,
      createdAt: users.createdAt,
      seenAt: users.seenAt,
      secondStepSince: secondSteps.setUpAt,
    })
    .from(users)
    .leftJoin(secondSteps, eq(secondSteps.userId, users.id))
    .where(where)
    .orderBy(asc(users.fullName), asc(users.id))
    .limit(OFFICERS_MAX);
  return rows.map(({ role, ...row }) => ({ ...row, isOfficer: role === "department_officer" }));
}

const askers = aliasedTable(users, "askers");
const agreers = aliasedTable(users, "agreers");

/** What waits to be agreed to or used, the oldest first. */
export async function listOpenGrants(): Promise<OfficerGrantView[]> {
  return selectGrants(isOpen, asc(officerGrants.askedAt));
}

/** Whatever was granted to this person, the newest first. */
export async function listGrantsOf(userId: string): Promise<OfficerGrantView[]> {
  return selectGrants(eq(officerGrants.userId, userId), desc(officerGrants.askedAt));
}

/** One, as an officer sees it; null: there is none. */
export async function findOfficerGrant(grantId: string): Promise<OfficerGrantView | null> {
  const [grant] = await selectGrants(eq(officerGrants.id, grantId), asc(officerGrants.askedAt));
  return grant ?? null;
}

async function selectGrants(where: SQL | undefined, order: SQL): Promise<OfficerGrantView[]> {
  const rows = await reader()
    .select({ grant: officerGrants, user: users, asker: askers, agreer: agreers })
    .from(officerGrants)
    .leftJoin(users, eq(users.id, officerGrants.userId))
    .leftJoin(askers, eq(askers.id, officerGrants.askedById))
    .leftJoin(agreers, eq(agreers.id, officerGrants.agreedById))
    .where(where)
    .orderBy(order)
    .limit(GRANTS_MAX);
  return rows.map(({ grant, user, asker, agreer }) => ({
    id: grant.id,
    kind: grant.kind,
    state: officerGrantState(grant, now()),
    userId: grant.userId,
    fullName: user?.fullName ?? grant.fullName,
    phone: user?.phone ?? grant.phone,
    reason: grant.reason,
    askedBy: asker && { id: asker.id, fullName: asker.fullName },
    askedAt: grant.askedAt,
    agreedBy: agreer && { id: agreer.id, fullName: agreer.fullName },
    agreedAt: grant.agreedAt,
  }));
}

/** An officer with this phone, or who was one; null: nobody, or somebody else's. @param phone ten digits */
export async function findOfficerByPhone(phone: string): Promise<Officer | null> {
  const [user] = await reader()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.phone, phone))
    .limit(1);
  return user ? findOfficer(user.id) : null;
}
