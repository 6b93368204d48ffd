import { and, eq, gte, isNull, lt } from "drizzle-orm";
import { phoneChanges, users } from "~db/schema/identity";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { CompleteLanguage } from "~/platform/language";

/** What the number before is told of a change, or null; `oldPhone` is null once it was erased. */
export async function findPhoneChange(
  id: string,
): Promise<{ oldPhone: string | null; newEnding: string; language: CompleteLanguage } | null> {
  const { oldPhone, newEnding } = phoneChanges;
  const [row] = await reader()
    .select({ oldPhone, newEnding, language: users.language })
    .from(phoneChanges)
    .innerJoin(users, eq(users.id, phoneChanges.userId))
    .where(eq(phoneChanges.id, id))
    .limit(1);
  return row ?? null;
}

/** Whether this person's number was changed from one moment on and before another (null: now), and is so still. */
export async function hasChangedPhone(
  db: ReadDatabase,
  { userId, since, until }: { userId: string; since: number; until: number | null },
): Promise<boolean> {
  const { changedAt, undoneAt } = phoneChanges;
  const isWithin = and(gte(changedAt, since), until === null ? undefined : lt(changedAt, until));
  const standing = and(eq(phoneChanges.userId, userId), isNull(undoneAt), isWithin);
  return (await db.$count(phoneChanges, standing)) > 0;
}
