import { eq } from "drizzle-orm";
import { phoneChanges, users } from "~db/schema/identity";
import { reader } from "~/platform/db.server";
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
