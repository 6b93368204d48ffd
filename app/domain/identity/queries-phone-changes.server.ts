import { and, asc, eq, gte, isNull } from "drizzle-orm";
import { phoneChanges, users } from "~db/schema/identity";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { CompleteLanguage } from "~/platform/language";

/** What numbers are told of a change, or null; both are null once they were erased. */
export async function findPhoneChange(id: string): Promise<{
  oldPhone: string | null;
  newPhone: string | null;
  newEnding: string;
  language: CompleteLanguage;
} | null> {
  const { oldPhone, newPhone, newEnding } = phoneChanges;
  const [row] = await reader()
    .select({ oldPhone, newPhone, newEnding, language: users.language })
    .from(phoneChanges)
    .innerJoin(users, eq(users.id, phoneChanges.userId))
    .where(eq(phoneChanges.id, id))
    .limit(1);
  return row ?? null;
}

const UNDONE_MAX = 100;
export type UndoableChanges = {
  changes: { id: string; newPhone: string | null }[];
  oldPhone: string;
  oldEnding: string;
};

/**
 * What was changed of this person's number from `since` on, and would be undone: the changes, the oldest first, and the
 * number before them. Null where nothing was, where it has been changed again since `until` (null: never is that so), or the
 * number before is not known any more.
 */
export async function findUndoable(
  db: ReadDatabase,
  { userId, since, until }: { userId: string; since: number; until: number | null },
): Promise<UndoableChanges | null> {
  const { changedAt, undoneAt } = phoneChanges;
  const changes = await db
    .select()
    .from(phoneChanges)
    .where(and(eq(phoneChanges.userId, userId), isNull(undoneAt), gte(changedAt, since)))
    .orderBy(asc(changedAt), asc(phoneChanges.id))
    .limit(UNDONE_MAX);
  const [first] = changes;
  const isTheirOwn = changes.some((one) => one.changedAt >= (until ?? Infinity));
  if (!first || first.oldPhone === null || isTheirOwn) return null;
  const { oldPhone, oldEnding } = first;
  return { changes: changes.map(({ id, newPhone }) => ({ id, newPhone })), oldPhone, oldEnding };
}
