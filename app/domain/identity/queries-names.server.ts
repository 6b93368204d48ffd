import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
import type { NamedPerson } from "./named-person";

const STAFF_MAX = 1_000;
const named = { id: users.id, fullName: users.fullName, role: users.role };

/** What people are called, for the log. */
export async function namePeople(ids: readonly string[]): Promise<NamedPerson[]> {
  return reader()
    .select(named)
    .from(users)
    .where(inArray(users.id, [...ids]));
}

/** Whether this is somebody of whom a log may be asked: of a deleted account it leads to nobody any more. */
export async function isThere(userId: string): Promise<boolean> {
  const isTheirs = and(eq(users.id, userId), isNull(users.deletedAt));
  return (await reader().$count(users, isTheirs)) > 0;
}

/** Who decides, or helps, at this moment, by name; at most 1,000. */
export async function listStaff(role: "agent" | "department_officer"): Promise<NamedPerson[]> {
  return reader()
    .select(named)
    .from(users)
    .where(eq(users.role, role))
    .orderBy(asc(users.fullName), asc(users.id))
    .limit(STAFF_MAX);
}
