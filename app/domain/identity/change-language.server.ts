import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import type { Transaction } from "~/platform/db.server";
import type { CompleteLanguage } from "~/platform/language";
import { succeed, type Result } from "~/platform/result";

/** The language of this person's desks and account page. */
export async function changeLanguage(
  tx: Transaction,
  input: { userId: string; language: CompleteLanguage },
): Promise<Result<null>> {
  await tx.update(users).set({ language: input.language }).where(eq(users.id, input.userId));
  return succeed(null);
}
