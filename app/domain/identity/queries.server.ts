import { and, asc, eq, isNull } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { Role } from "./roles";
import type { Account } from "./types";

/** The person's own page, or null. */
export async function findAccount(userId: string): Promise<Account | null> {
  const [row] = await reader()
    .select({
      fullName: users.fullName,
      phone: users.phone,
      role: users.role,
      language: users.language,
    })
    .from(users)
    .where(eq(users.id, userId))
    .limit(1);
  return row ?? null;
}

/** What a person is by now, against what they were when they proved themselves; null: no such account, or deleted. */
export async function findStanding(
  db: ReadDatabase,
  userId: string,
): Promise<{ role: Role; passwordHash: string } | null> {
  const [row] = await db
    .select({ role: users.role, passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)))
    .limit(1);
  return row ?? null;
}

const OFFICERS_MAX = 500;

/** The department's officers, by name: to whom work may be handed over. */
export async function listOfficers(
  db: ReadDatabase = reader(),
): Promise<{ id: string; fullName: string }[]> {
  return db
    .select({ id: users.id, fullName: users.fullName })
    .from(users)
    .where(and(eq(users.role, "department_officer"), isNull(users.deletedAt)))
    .orderBy(asc(users.fullName), asc(users.id))
    .limit(OFFICERS_MAX);
}

/** Whether this person works for the department at this moment. */
export async function isOfficer(db: ReadDatabase, userId: string): Promise<boolean> {
  const isTheirs = and(eq(users.id, userId), isNull(users.deletedAt));
  return (await db.$count(users, and(isTheirs, eq(users.role, "department_officer")))) > 0;
}
